package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// An enrolled person with the certificate in force.
///
/// @param signingCertificate DER
/// @param since time of the block that enrolled her
public record KnownPerson(
    ResourceId person,
    ResourceId belongsTo,
    Bytes signingCertificate,
    CertificateHash certificateHash,
    Instant since) {}
