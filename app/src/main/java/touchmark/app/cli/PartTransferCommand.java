package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ResourceId;

@Command(name = "transfer", description = "Hands a part on; only who has it now can, once.")
final class PartTransferCommand implements Callable<Integer> {
  @Parameters(paramLabel = "[MAKER/]SERIAL", description = "default maker: the party that acts")
  private String reference = "";

  @Option(names = "--to", required = true, paramLabel = "RESOURCE", description = "who gets it")
  private String to = "";

  private final TouchmarkCommand root;

  PartTransferCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::transfer);
  }

  private ExitCode transfer(Touchmark station) throws Exception {
    Party party = root.party(station);
    PartId part = PartReference.resolve(reference, station, party);
    ResourceId taker = TouchmarkCommand.resource(to);
    if (taker.equals(party.resource())) {
      throw new Problem(ExitCode.USAGE, party.name() + " cannot hand a part over to itself.");
    }
    Outcome outcome = station.parts().transfer(part, taker, party);
    return new Outcomes(root.printer())
        .printAlone(
            part.toString(), part + ": handed over to " + station.names().of(taker), outcome);
  }
}
