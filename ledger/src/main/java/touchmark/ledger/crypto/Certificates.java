package touchmark.ledger.crypto;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import touchmark.ledger.model.CertificateHash;

/// Judges certificates at a block's time, and remembers the answers, since checking a path's
/// signatures is what costs. An answer is kept for a certificate, a use, a trust epoch and an
/// interval of block time: the epoch is the hash of the authority certificate in force, which a
/// rotation changes, and the interval is where all of the path is valid. What is revoked, and which
/// certificate is in force, is in the chain's state and asked anew for each transaction; so that no
/// answer outlives what it was derived from. Safe for use by any thread.
public final class Certificates {
  private static final int MOST_REMEMBERED = 20_000;

  /// @param trust the authority in force
  private record Question(CertificateHash certificate, CertificateUse use, CertificateHash trust) {}

  /// @param issued whether the authority's key signed the certificate, for the use
  /// @param from first and last instant at which all of the path is valid
  private record Path(boolean issued, Instant from, Instant to) {
    boolean isGoodAt(Instant at) {
      return issued && !at.isBefore(from) && !at.isAfter(to);
    }
  }

  /// Guarded by itself; the longest unused is forgotten first.
  private final Map<Question, Path> paths =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Path> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /// Checks an organization's own authority: for this use, signed by itself, valid at the time.
  ///
  /// @throws BadCertificateException if it is not
  public void requireAuthority(Certificate authority, Instant at) throws BadCertificateException {
    require(authority, CertificateUse.AUTHORITY, authority, at);
  }

  /// Checks a certificate that an organization's authority issued: for this use, signed by the
  /// authority, both valid at the time.
  ///
  /// @param at the block's time
  /// @throws BadCertificateException if it is not
  public void requireIssued(
      Certificate certificate, CertificateUse use, Certificate authority, Instant at)
      throws BadCertificateException {
    require(certificate, use, authority, at);
  }

  private void require(
      Certificate certificate, CertificateUse use, Certificate authority, Instant at)
      throws BadCertificateException {
    Question question = new Question(certificate.hash(), use, authority.hash());
    Optional<Path> known = remembered(question);
    if (known.isPresent() && known.get().isGoodAt(at)) {
      return;
    }
    certificate.requireUse(use);
    certificate.requireValidAt(at);
    authority.requireUse(CertificateUse.AUTHORITY);
    authority.requireValidAt(at);
    Path path = known.orElseGet(() -> path(certificate, authority));
    if (known.isEmpty()) {
      remember(question, path);
    }
    if (!path.issued()) {
      throw new BadCertificateException(
          "the certificate of %s was not issued by %s"
              .formatted(certificate.subject(), authority.subject()));
    }
  }

  private static Path path(Certificate certificate, Certificate authority) {
    return new Path(
        certificate.isSignedBy(authority),
        later(certificate.notBefore(), authority.notBefore()),
        earlier(certificate.notAfter(), authority.notAfter()));
  }

  private Optional<Path> remembered(Question question) {
    synchronized (paths) {
      return Optional.ofNullable(paths.get(question));
    }
  }

  private void remember(Question question, Path path) {
    synchronized (paths) {
      paths.put(question, path);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
