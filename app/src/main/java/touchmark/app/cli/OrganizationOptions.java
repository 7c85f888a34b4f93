package touchmark.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchmark.app.Founding;

/// The options that describe an organization and its first person.
final class OrganizationOptions {
  @Option(
      names = "--org",
      required = true,
      paramLabel = "NAME",
      description = "the organization's name")
  private String name = "";

  @Option(
      names = "--short",
      paramLabel = "ID",
      description = "its id on the ledger (a-z 0-9 . _ -); default: made from the name")
  private @Nullable String shortName;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "KEY=VALUE,...",
      description =
          "street=...,streetNumber=...,town=...,region=...,postalCode=...,postalBox=...,country=...;"
              + " street, town and country are required")
  private String address = "";

  @Option(names = "--url", paramLabel = "URL", description = "the organization's website")
  private @Nullable String url;

  @Option(
      names = "--person",
      paramLabel = "\"FIRST LAST\"",
      description = "who signs for it; stays off the ledger")
  private @Nullable String person;

  @Option(names = "--email", paramLabel = "E", description = "her e-mail; stays off the ledger")
  private @Nullable String email;

  Founding founding() throws Problem {
    return new Founding(
        name,
        Optional.ofNullable(shortName),
        Optional.ofNullable(url),
        AddressOption.parse(address),
        Optional.ofNullable(person),
        Optional.ofNullable(email));
  }
}
