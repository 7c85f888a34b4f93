package touchmark.app.signature;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.model.Bytes;

/// The certificates from a signer's to one that is trusted [RFC 5280 6], or as far as they go. More
/// kinds of keys count than the ledger takes, since these signatures were made elsewhere.
final class CertificatePath {
  private static final int LONGEST = 8;
  private static final int KEY_CERT_SIGN = 5;

  private final List<X509Certificate> certificates;
  private final boolean anchored;

  private CertificatePath(List<X509Certificate> certificates, boolean anchored) {
    this.certificates = List.copyOf(certificates);
    this.anchored = anchored;
  }

  /// A certificate of at most [Bytes#LONGEST_CERTIFICATE] bytes of DER.
  static X509Certificate parse(byte[] der) throws BadCertificateException {
    if (der.length > Bytes.LONGEST_CERTIFICATE) {
      throw new BadCertificateException(
          "a certificate has %d bytes, at most %d are read"
              .formatted(der.length, Bytes.LONGEST_CERTIFICATE));
    }
    try {
      if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
          instanceof X509Certificate certificate) {
        return certificate;
      }
      throw new BadCertificateException("the bytes are no X.509 certificate");
    } catch (CertificateException | RuntimeException e) {
      // The platform's parser meets hostile bytes with exceptions of many kinds.
      throw new BadCertificateException("the bytes are no X.509 certificate", e);
    }
  }

  /// Follows the issuers' names upwards; where several certificates bear a name, the one whose key
  /// signed.
  static CertificatePath of(
      X509Certificate leaf, List<X509Certificate> others, List<X509Certificate> anchors) {
    List<X509Certificate> path = new ArrayList<>(List.of(leaf));
    while (path.size() <= LONGEST) {
      X509Certificate last = path.getLast();
      if (anchors.contains(last)) {
        return new CertificatePath(path, true);
      }
      Optional<X509Certificate> anchor = issuer(last, anchors);
      if (anchor.isPresent()) {
        path.add(anchor.get());
        return new CertificatePath(path, true);
      }
      Optional<X509Certificate> next = issuer(last, others).filter(found -> !path.contains(found));
      if (next.isEmpty()) {
        break;
      }
      path.add(next.get());
    }
    return new CertificatePath(path, false);
  }

  private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
    return among.stream()
        .filter(
            issuer ->
                issuer.getSubjectX500Principal().equals(of.getIssuerX500Principal())
                    && signed(issuer, of))
        .findFirst();
  }

  private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Keys and signatures of hostile certificates are met with exceptions of many kinds.
      return false;
    }
  }

  List<X509Certificate> certificates() {
    return certificates;
  }

  /// The first instant at which all of it is valid.
  Instant notBefore() {
    return certificates.stream()
        .map(certificate -> certificate.getNotBefore().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// The last instant at which all of it is valid.
  Instant notAfter() {
    return certificates.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// Whether the path leads to a trusted certificate and is sound. That is a question apart from
  /// whether it is valid now: it is judged at the instant nearest to now at which all of it is.
  Standing standing(Instant now) {
    X509Certificate last = certificates.getLast();
    if (!anchored) {
      return new Standing.Unknown(
          name(last).equals(issuer(last))
              ? "its path ends at " + name(last) + ", which signed itself and is not trusted here"
              : "its path ends at " + issuer(last) + ", whose certificate is not trusted here");
    }
    if (certificates.size() == 1) {
      return trusted();
    }
    if (last.getBasicConstraints() < certificates.size() - 2
        || (last.getKeyUsage() != null && !last.getKeyUsage()[KEY_CERT_SIGN])) {
      return new Standing.Unknown(
          "the trusted certificate of " + name(last) + " allows no such path");
    }
    Instant at = nearest(now);
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(anchor(last)));
      parameters.setRevocationEnabled(false); // asked apart, see Revocation
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(certificates.subList(0, certificates.size() - 1)),
              parameters);
      return trusted();
    } catch (CertPathValidatorException e) {
      X509Certificate bad = certificates.get(Math.max(0, e.getIndex()));
      return new Standing.Unknown(
          "the certificate of " + name(bad) + " is not good: " + e.getMessage());
    } catch (GeneralSecurityException | RuntimeException e) {
      // Hostile certificates are met with exceptions of many kinds.
      return new Standing.Unknown("its path cannot be validated: " + e.getMessage());
    }
  }

  private Standing trusted() {
    return new Standing.Trusted(certificates.stream().map(CertificatePath::name).toList());
  }

  private Instant nearest(Instant now) {
    if (now.isAfter(notAfter())) {
      return notAfter();
    }
    return now.isBefore(notBefore()) ? notBefore() : now;
  }

  private static TrustAnchor anchor(X509Certificate trusted) {
    byte[] extension = trusted.getExtensionValue(Extension.nameConstraints.getId());
    return new TrustAnchor(
        trusted, extension == null ? null : ASN1OctetString.getInstance(extension).getOctets());
  }

  static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  static String issuer(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().getName();
  }
}
