package touchmark.app.signature;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.CertificateHash;

/// What a ledger knows of certificates.
@FunctionalInterface
public interface Members {
  /// No ledger was asked.
  Members NONE = certificate -> Optional.empty();

  /// Whose certificate it is, or was.
  ///
  /// @throws IOException if the ledger cannot be read
  Optional<Member> find(CertificateHash certificate) throws IOException;

  /// A member whose certificate it is.
  ///
  /// @param name for people
  /// @param revokedSince when the ledger recorded that it counts no more
  record Member(String name, Optional<Instant> revokedSince) {}
}
