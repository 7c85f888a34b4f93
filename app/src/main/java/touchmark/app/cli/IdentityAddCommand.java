package touchmark.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;

@Command(
    name = "add",
    description = "Makes a further organization with its first person in this home.")
final class IdentityAddCommand implements Callable<Integer> {
  @Mixin private final OrganizationOptions organization = new OrganizationOptions();
  private final TouchmarkCommand root;

  IdentityAddCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::add);
  }

  private ExitCode add(Touchmark station) throws Exception {
    Party party = station.addOrganization(organization.founding());
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
}
