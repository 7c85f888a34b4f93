package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Fingerprint;

@Command(
    name = "withdraw",
    description = "Recalls a version that you own; verification says caution from then on.")
final class WithdrawCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE_OR_HASH")
  private String file = "";

  private final TouchmarkCommand root;

  WithdrawCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::record);
  }

  private ExitCode record(Touchmark station) throws Exception {
    Party party = root.party(station);
    Fingerprint fingerprint = Reference.resolve(file, station, root);
    Outcome outcome = station.objectTo().withdraw(fingerprint, party);
    return new Outcomes(root.printer())
        .printAlone(file, file + ": withdrawn by " + party.name(), outcome);
  }
}
