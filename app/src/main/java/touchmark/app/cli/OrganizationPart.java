package touchmark.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchmark.app.Founding;

/// The options that describe an organization.
final class OrganizationPart {
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

  Founding founding(Optional<String> person, Optional<String> email) throws Problem {
    return new Founding(
        name,
        Optional.ofNullable(shortName),
        Optional.ofNullable(url),
        AddressOption.parse(address),
        person,
        email);
  }
}
