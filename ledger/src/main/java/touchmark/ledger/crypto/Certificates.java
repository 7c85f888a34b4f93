package touchmark.ledger.crypto;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import touchmark.ledger.model.CertificateHash;

/// Judges certificates at a block's time. Remembers which certificate's signature was made by which
/// issuer, since that is the costly part and never changes; what depends on time is judged each
/// time. Safe for use by any thread.
public final class Certificates {
  private static final int MOST_REMEMBERED = 20_000;

  private record Link(CertificateHash certificate, CertificateHash issuer) {}

  /// Guarded by itself; the longest unused is forgotten first.
  private final Map<Link, Boolean> signatures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Link, Boolean> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /// Checks an organization's own authority: for this use, signed by itself, valid at the time.
  ///
  /// @throws BadCertificateException if it is not
  public void requireAuthority(Certificate authority, Instant at) throws BadCertificateException {
    authority.requireUse(CertificateUse.AUTHORITY);
    authority.requireValidAt(at);
    requireSignature(authority, authority);
  }

  /// Checks a certificate that an organization's authority issued: for this use, signed by the
  /// authority, both valid at the time.
  ///
  /// @param at the block's time
  /// @throws BadCertificateException if it is not
  public void requireIssued(
      Certificate certificate, CertificateUse use, Certificate authority, Instant at)
      throws BadCertificateException {
    certificate.requireUse(use);
    certificate.requireValidAt(at);
    authority.requireUse(CertificateUse.AUTHORITY);
    authority.requireValidAt(at);
    requireSignature(certificate, authority);
  }

  private void requireSignature(Certificate certificate, Certificate issuer)
      throws BadCertificateException {
    Link link = new Link(certificate.hash(), issuer.hash());
    Boolean known;
    synchronized (signatures) {
      known = signatures.get(link);
    }
    boolean good = known != null ? known : certificate.isSignedBy(issuer);
    if (known == null) {
      synchronized (signatures) {
        signatures.put(link, good);
      }
    }
    if (!good) {
      throw new BadCertificateException(
          "the certificate of %s was not issued by %s"
              .formatted(certificate.subject(), issuer.subject()));
    }
  }
}
