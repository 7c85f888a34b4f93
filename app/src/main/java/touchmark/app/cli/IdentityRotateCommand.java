package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "rotate",
    description =
        "A new signing key for the person who signs, or a new encryption key for the organization;"
            + " the organization's authority records it.")
final class IdentityRotateCommand implements Callable<Integer> {
  @Option(
      names = "--encryption",
      description = "the organization's encryption key; packages for the old one still open")
  private boolean encryption;

  @Mixin private final KeyOptions keys = new KeyOptions();
  private final TouchmarkCommand root;

  IdentityRotateCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::rotate);
  }

  private ExitCode rotate(Touchmark station) throws Exception {
    if (encryption) {
      keys.requireNone("An encryption key is P-256 and in the home");
    }
    Party party = root.party(station);
    Identities identities = station.identities();
    ResourceId whose = encryption ? party.resource() : Signers.of(party);
    Identities.Rotated rotated =
        encryption
            ? identities.rotateEncryption(whose)
            : identities.rotateSigning(whose, keys.person());
    rotated.dropped().ifPresent(root::warn);
    return new Outcomes(root.printer())
        .printAlone(
            whose.value(),
            whose + (encryption ? ": has a new encryption key" : ": has a new signing key"),
            rotated.outcome());
  }
}
