package touchmark.app.signature;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.CertificateHash;

/// Who signed, as the certificate says, and what is known of that certificate. Three questions that
/// have nothing to do with each other: who stands for it, is it valid by the clock, was it revoked?
///
/// @param subject as X.500 text
/// @param issuer as X.500 text
/// @param serial in hexadecimal digits
/// @param signedAt as the signer says
public record Signer(
    String subject,
    String issuer,
    String serial,
    CertificateHash certificate,
    Optional<Instant> signedAt,
    Standing standing,
    Validity validity,
    Revocation revocation) {}
