package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Organization;

/// A member organization with its certificates in force.
///
/// @param authorityCertificate DER
/// @param encryptionCertificate DER
/// @param since time of the block that enrolled it
public record Member(
    Organization organization,
    Bytes authorityCertificate,
    Bytes encryptionCertificate,
    Instant since) {}
