package touchmark.app.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import touchmark.app.Founding;
import touchmark.app.KeyPlan;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;

@Command(
    name = "init",
    description = "Makes the organization, its first person, and a solo network.")
final class InitCommand implements Callable<Integer> {
  @Mixin private final OrganizationOptions organization = new OrganizationOptions();
  @Mixin private final KeyOptions keys = new KeyOptions();
  private final TouchmarkCommand root;

  InitCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    Founding founding = organization.founding();
    if (Touchmark.existsIn(root.home())) {
      throw new Problem(
          ExitCode.USAGE, root.home() + ": holds a Touchmark home already; nothing was changed.");
    }
    KeyPlan plan = keys.plan();
    char[] password = root.passwords().fresh();
    try (Touchmark station =
        Touchmark.create(root.home(), founding, plan, password, root.clock(), root::pin)) {
      Party party = station.parties().getFirst();
      Printer printer = root.printer();
      printer.line("Made a home in " + station.home() + " for " + party.name() + ".");
      printer.rows(
          new Rows("  ")
              .add("organization", party.resource().value())
              .add("signs for it", party.signedBy().map(Object::toString).orElse("nobody"))
              .add("network", station.ledger().network().name() + " (solo)"));
      printer.line(
          "A solo chain is recorded on this workstation only and proves nothing to others.");
      printer.document(
          Map.of(
              "home", station.home().toString(),
              "organization", party.resource().value(),
              "network", station.ledger().network().id().hex()));
    } finally {
      Arrays.fill(password, ' ');
    }
    return ExitCode.OK.number();
  }
}
