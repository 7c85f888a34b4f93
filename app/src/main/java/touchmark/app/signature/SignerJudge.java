package touchmark.app.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// Says what is known of the certificate with which something was signed.
public final class SignerJudge {
  /// Most certificates of one signature that are looked at.
  public static final int MOST_CERTIFICATES = 32;

  private static final int SHORTEST_MODULUS = 2048;
  private static final int SHORTEST_FIELD = 224;

  private final Trust trust;

  public SignerJudge(Trust trust) {
    this.trust = trust;
  }

  /// A signer and what weakens the certificates.
  public record Judged(Signer signer, List<String> weaknesses) {
    public Judged {
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /// Reads a certificate that came with a signature.
  ///
  /// @throws BadCertificateException if it is none
  public static X509Certificate certificate(byte[] der) throws BadCertificateException {
    return CertificatePath.parse(der);
  }

  /// Judges a signer.
  ///
  /// @param others certificates that came along, at most [#MOST_CERTIFICATES]
  /// @param signedAt as the signer says
  /// @throws IOException if the ledger that is asked cannot be read
  public Judged judge(
      X509Certificate leaf, List<X509Certificate> others, Optional<Instant> signedAt)
      throws IOException {
    CertificatePath path = CertificatePath.of(leaf, others, trust.anchors());
    CertificateHash hash = hash(leaf);
    Optional<Members.Member> member = trust.members().find(hash);
    Standing standing =
        member.isPresent() ? new Standing.Member(member.get().name()) : path.standing(trust.now());
    if (!maySign(leaf)) {
      standing = new Standing.Unknown("its certificate was not made for signing");
    }
    Signer signer =
        new Signer(
            CertificatePath.name(leaf),
            CertificatePath.issuer(leaf),
            leaf.getSerialNumber().toString(16),
            hash,
            signedAt,
            standing,
            validity(path, signedAt),
            revocation(path, member));
    return new Judged(signer, weaknesses(path));
  }

  private static boolean maySign(X509Certificate leaf) {
    boolean[] usage = leaf.getKeyUsage();
    return usage == null || usage[0] || usage[1]; // digitalSignature, nonRepudiation
  }

  private Validity validity(CertificatePath path, Optional<Instant> signedAt) {
    Instant from = path.notBefore();
    Instant until = path.notAfter();
    if (signedAt.isPresent() && outside(signedAt.get(), from, until)) {
      return new Validity.InvalidThen(from, until, signedAt.get());
    }
    return outside(trust.now(), from, until)
        ? new Validity.ExpiredNow(from, until)
        : new Validity.Valid(until);
  }

  private static boolean outside(Instant at, Instant from, Instant until) {
    return at.isBefore(from) || at.isAfter(until);
  }

  private Revocation revocation(CertificatePath path, Optional<Members.Member> member) {
    Optional<Instant> since = member.flatMap(Members.Member::revokedSince);
    if (since.isPresent()) {
      return new Revocation.Revoked(since.get(), "the ledger");
    }
    List<String> reasons = new ArrayList<>();
    int asked = 0;
    List<X509Certificate> certificates = path.certificates();
    for (int i = 0; i < certificates.size(); i++) {
      X509Certificate certificate = certificates.get(i);
      if (i == certificates.size() - 1 && (i > 0 || issuesItself(certificate))) {
        break; // the last one is trusted as it is, or its issuer is not known
      }
      X509Certificate issuer = i + 1 < certificates.size() ? certificates.get(i + 1) : certificate;
      Asked answer = ask(certificate, issuer);
      if (answer.revokedSince.isPresent()) {
        return new Revocation.Revoked(
            answer.revokedSince.get(), "the list of " + CertificatePath.issuer(certificate));
      }
      if (answer.reason.isEmpty()) {
        asked++;
      } else {
        reasons.add(answer.reason.get());
      }
    }
    if (member.isPresent()) {
      return new Revocation.Good("the ledger");
    }
    return asked > 0 && reasons.isEmpty()
        ? new Revocation.Good("the revocation lists given")
        : new Revocation.NotAsked(
            reasons.isEmpty() ? "nobody could revoke it" : String.join("; ", reasons));
  }

  private static boolean issuesItself(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /// What the lists say of one certificate.
  ///
  /// @param reason why they say nothing
  private record Asked(Optional<Instant> revokedSince, Optional<String> reason) {}

  /// Any list that has it decides, an old one too.
  private Asked ask(X509Certificate certificate, X509Certificate issuer) {
    String reason = "no revocation list of " + CertificatePath.issuer(certificate) + " was given";
    boolean current = false;
    for (X509CRL list : trust.lists()) {
      if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
        continue;
      }
      if (!signed(list, issuer)) {
        reason =
            "the list of " + CertificatePath.issuer(certificate) + " was not signed by its key";
        continue;
      }
      X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
      if (entry != null) {
        return new Asked(Optional.of(entry.getRevocationDate().toInstant()), Optional.empty());
      }
      if (list.getNextUpdate() == null || list.getNextUpdate().toInstant().isBefore(trust.now())) {
        reason = "the list of " + CertificatePath.issuer(certificate) + " is out of date";
        continue;
      }
      current = true;
    }
    return new Asked(Optional.empty(), current ? Optional.empty() : Optional.of(reason));
  }

  private static boolean signed(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Hostile lists are met with exceptions of many kinds.
      return false;
    }
  }

  private static List<String> weaknesses(CertificatePath path) {
    List<String> found = new ArrayList<>();
    List<X509Certificate> certificates = path.certificates();
    for (int i = 0; i < certificates.size(); i++) {
      X509Certificate certificate = certificates.get(i);
      String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
      boolean isRoot = i == certificates.size() - 1 && issuesItself(certificate);
      if (!isRoot && (algorithm.startsWith("SHA1") || algorithm.startsWith("MD"))) {
        found.add(
            "the certificate of "
                + CertificatePath.name(certificate)
                + " is signed with "
                + certificate.getSigAlgName());
      }
      int bits = bits(certificate);
      if (bits > 0) {
        found.add(
            "the key of "
                + CertificatePath.name(certificate)
                + " has "
                + bits
                + " bits, which is short");
      }
    }
    return found;
  }

  /// Bits of a key that is too short, else 0.
  private static int bits(X509Certificate certificate) {
    return switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() < SHORTEST_MODULUS ->
          rsa.getModulus().bitLength();
      case ECPublicKey ec when ec.getParams().getOrder().bitLength() < SHORTEST_FIELD ->
          ec.getParams().getOrder().bitLength();
      default -> 0;
    };
  }

  private static CertificateHash hash(X509Certificate certificate) {
    try {
      return Hashing.certificate(Bytes.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }
}
