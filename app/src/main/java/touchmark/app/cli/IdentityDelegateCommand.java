package touchmark.app.cli;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "delegate",
    description = "Says what a person may sign for the organization, from now on exactly this.")
final class IdentityDelegateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PERSON", description = "the person's id")
  private String person = "";

  @Option(
      names = "--acts",
      required = true,
      split = ",",
      paramLabel = "ACT",
      description = "one or more of ${COMPLETION-CANDIDATES}, with commas between")
  private Set<Act> acts = EnumSet.noneOf(Act.class);

  private final TouchmarkCommand root;

  IdentityDelegateCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::delegate);
  }

  private ExitCode delegate(Touchmark station) throws Exception {
    Party party = root.party(station);
    ResourceId id = TouchmarkCommand.resource(person);
    Outcome outcome = station.people().delegate(id, acts, party);
    String may =
        String.join(
            ", ",
            acts.stream()
                .sorted()
                .map(act -> act.name().toLowerCase(java.util.Locale.ROOT))
                .toList());
    return new Outcomes(root.printer())
        .printAlone(id.value(), id + ": may sign for " + party.name() + ": " + may, outcome);
  }
}
