package touchmark.app.cli;

import java.util.ArrayList;
import java.util.List;
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
    Fingerprint fingerprint;
    try (WorkProgress progress = root.progress("reading " + file)) {
      fingerprint = Reference.resolve(file, station, progress);
    }
    Outcome outcome = station.objectTo().withdraw(fingerprint, party);
    List<Object> document = new ArrayList<>();
    ExitCode code =
        new Outcomes(root.printer())
            .print(file, file + ": withdrawn by " + party.name(), outcome, document);
    root.printer().document(document);
    return code;
  }
}
