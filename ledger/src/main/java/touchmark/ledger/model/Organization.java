package touchmark.ledger.model;

import java.util.Optional;

/// An organization: public on the ledger [Section 3.2].
public record Organization(
    ResourceId orgOrPersId, Optional<String> name, Optional<String> url, Address address)
    implements Resource {
  public Organization {
    name = Text.optional("the organization's name", name, 200);
    url = Text.optional("the organization's url", url, 500);
  }

  /// The name for people: the name, or the id where there is none.
  public String displayName() {
    return name.orElse(orgOrPersId.value());
  }
}
