package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Fingerprint;

@Command(
    name = "dispute",
    description = "Contests a claim; the reason stays here, the ledger gets its commitment.")
final class DisputeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE_OR_HASH")
  private String file = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  private String reason = "";

  private final TouchmarkCommand root;

  DisputeCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::record);
  }

  private ExitCode record(Touchmark station) throws Exception {
    Party party = root.party(station);
    Fingerprint fingerprint = Reference.resolve(file, station, root);
    Outcome outcome = dispute(station, fingerprint, party);
    return new Outcomes(root.printer())
        .printAlone(file, file + ": disputed by " + party.name(), outcome);
  }

  private Outcome dispute(Touchmark station, Fingerprint fingerprint, Party party)
      throws Exception {
    if (reason.isBlank()) {
      throw new Problem(ExitCode.USAGE, "--reason says why, in words.");
    }
    try {
      return station.objectTo().dispute(fingerprint, reason, party);
    } catch (IllegalArgumentException wrong) {
      throw new Problem(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
    }
  }
}
