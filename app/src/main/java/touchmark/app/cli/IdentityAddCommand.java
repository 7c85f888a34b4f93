package touchmark.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchmark.app.Founding;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "add",
    description =
        "Makes a further organization with its first person in this home; without --org, a further"
            + " person of the acting organization.")
final class IdentityAddCommand implements Callable<Integer> {
  @ArgGroup(exclusive = false)
  private @Nullable OrganizationPart organization;

  @Option(
      names = "--person",
      paramLabel = "\"FIRST LAST\"",
      description = "who signs for it; stays off the ledger")
  private @Nullable String person;

  @Option(names = "--email", paramLabel = "E", description = "her e-mail; stays off the ledger")
  private @Nullable String email;

  @Mixin private final KeyOptions keys = new KeyOptions();
  private final TouchmarkCommand root;

  IdentityAddCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(station -> organization == null ? person(station) : organization(station));
  }

  private ExitCode organization(Touchmark station) throws Exception {
    OrganizationPart part = java.util.Objects.requireNonNull(organization);
    Founding founding = part.founding(Optional.ofNullable(person), Optional.ofNullable(email));
    Party party = station.addOrganization(founding, keys.plan());
    root.printer()
        .line(
            "Enrolled "
                + party.name()
                + " as '"
                + party.resource()
                + "'; act for it with --as "
                + party.resource()
                + ".");
    root.printer().document(Map.of("organization", party.resource().value(), "name", party.name()));
    return ExitCode.OK;
  }

  private ExitCode person(Touchmark station) throws Exception {
    ResourceId organization = root.party(station).resource();
    ResourceId added =
        station
            .identities()
            .addPerson(
                new Identities.NewPerson(
                    organization, Optional.ofNullable(person), Optional.ofNullable(email)),
                keys.person());
    AddedPerson.print(root.printer(), added, organization);
    return ExitCode.OK;
  }
}
