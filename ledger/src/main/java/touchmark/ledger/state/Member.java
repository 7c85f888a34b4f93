package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.Organization;

/// A member organization with its certificates in force.
///
/// @param authority enrols and delegates
/// @param encryption content keys are wrapped for it
/// @param since time of the block that enrolled it
public record Member(
    Organization organization, Certificate authority, Certificate encryption, Instant since) {
  Member with(Certificate fresh) {
    return new Member(organization, authority, fresh, since);
  }
}
