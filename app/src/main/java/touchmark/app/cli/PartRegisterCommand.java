package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;

@Command(name = "register", description = "Registers a part that you made, by its serial number.")
final class PartRegisterCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERIAL", description = "as it stands on the part")
  private String serialNumber = "";

  @Option(
      names = "--made-from",
      required = true,
      paramLabel = "FILE_OR_HASH",
      description = "what it was made from; you must hold it")
  private String madeFrom = "";

  private final TouchmarkCommand root;

  PartRegisterCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::register);
  }

  private ExitCode register(Touchmark station) throws Exception {
    Party party = root.party(station);
    PartId part = PartReference.part(party.resource(), serialNumber);
    Fingerprint source = Reference.resolve(madeFrom, station, root);
    Outcome outcome = station.parts().register(part.serialNumber(), source, party);
    return new Outcomes(root.printer())
        .printAlone(part.toString(), part + ": registered, with its maker", outcome);
  }
}
