package touchmark.ledger.state;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.ResourceId;

/// An enrolled person with the certificate in force.
///
/// @param details commitment of her name and e-mail, which stay off the chain
/// @param since time of the block that enrolled her
public record KnownPerson(
    ResourceId person,
    ResourceId belongsTo,
    Certificate signing,
    Optional<Commitment> details,
    Instant since) {
  KnownPerson with(Certificate fresh) {
    return new KnownPerson(person, belongsTo, fresh, details, since);
  }
}
