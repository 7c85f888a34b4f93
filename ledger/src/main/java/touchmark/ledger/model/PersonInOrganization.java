package touchmark.ledger.model;

import java.util.Optional;

/// A person in an organization [Section 3.2]. On the ledger a person is her id and a commitment of
/// the rest; the details themselves stay local and can be erased.
public record PersonInOrganization(
    ResourceId orgOrPersId,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    ResourceId belongsTo)
    implements Resource {
  public PersonInOrganization {
    firstName = Text.optional("the first name", firstName, 100);
    lastName = Text.optional("the last name", lastName, 100);
    email = Text.optional("the e-mail address", email, 254);
  }
}
