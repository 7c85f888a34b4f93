package touchmark.app.signature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.KeyAlgorithm;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;

/// The hand that signs a file.
///
/// @param certificates DER, the key's own first, those above it after
/// @param at when it signs; taken to the second, as signatures state it
public record SigningHand(SigningKey key, List<Bytes> certificates, Instant at) {
  public SigningHand {
    certificates = List.copyOf(certificates);
    at = at.truncatedTo(ChronoUnit.SECONDS);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("whoever signs has a certificate");
    }
  }

  /// The kind of its key.
  public KeyAlgorithm algorithm() {
    try {
      return Certificate.parse(key.certificate()).keyAlgorithm();
    } catch (BadCertificateException e) {
      throw new IllegalStateException("a certificate of this station can be read", e);
    }
  }
}
