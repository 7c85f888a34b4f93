package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.ResourceId;

/// An enrolled person with the certificate in force.
///
/// @param since time of the block that enrolled her
public record KnownPerson(
    ResourceId person, ResourceId belongsTo, Certificate signing, Instant since) {
  KnownPerson with(Certificate fresh) {
    return new KnownPerson(person, belongsTo, fresh, since);
  }
}
