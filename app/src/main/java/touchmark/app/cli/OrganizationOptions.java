package touchmark.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import touchmark.app.Founding;

/// The options that describe an organization and its first person.
final class OrganizationOptions {
  @ArgGroup(exclusive = false, multiplicity = "1")
  private OrganizationPart organization = new OrganizationPart();

  @Option(
      names = "--person",
      paramLabel = "\"FIRST LAST\"",
      description = "who signs for it; stays off the ledger")
  private @Nullable String person;

  @Option(names = "--email", paramLabel = "E", description = "her e-mail; stays off the ledger")
  private @Nullable String email;

  Founding founding() throws Problem {
    return organization.founding(Optional.ofNullable(person), Optional.ofNullable(email));
  }
}
