package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// An X.509 version 3 certificate [RFC 5280] that was read within bounds and whose key is of an
/// accepted kind. Whether it may be used, by whom it was issued and when, [Certificates] says.
public final class Certificate {
  private final Bytes der;
  private final CertificateHash hash;
  private final CertificateFields fields;
  private final KeyAlgorithm keyAlgorithm;
  private final PublicKey publicKey;
  // Keeps the multiples of its point, which every signature that is checked uses again.
  private final Optional<ECPublicKeyParameters> p256;

  private Certificate(Bytes der, CertificateFields fields) throws BadCertificateException {
    this.der = der;
    this.hash = Hashing.certificate(der);
    this.fields = fields;
    this.keyAlgorithm = KeyAlgorithm.of(fields.publicKey());
    this.publicKey = keyAlgorithm.publicKey(fields.publicKey());
    this.p256 =
        keyAlgorithm == KeyAlgorithm.P256
            ? Optional.of(Ecdsa.parameters(fields.publicKey()))
            : Optional.empty();
  }

  /// Reads a certificate.
  ///
  /// @throws BadCertificateException if the bytes are too many, not strict DER of one version 3
  ///   certificate, or its key is of a kind that is not accepted
  public static Certificate parse(Bytes der) throws BadCertificateException {
    if (der.length() > Bytes.LONGEST_CERTIFICATE) {
      throw new BadCertificateException(
          "the certificate has %d bytes, at most %d are read"
              .formatted(der.length(), Bytes.LONGEST_CERTIFICATE));
    }
    byte[] bytes = der.toArray();
    if (!DerShape.isSound(bytes)) {
      throw new BadCertificateException("the certificate is not strict DER");
    }
    try {
      X509CertificateHolder parsed = new X509CertificateHolder(bytes);
      if (!Arrays.equals(parsed.toASN1Structure().getEncoded(ASN1Encoding.DER), bytes)) {
        throw new BadCertificateException("the certificate is not strict DER");
      }
      return new Certificate(der, CertificateFields.of(parsed));
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      throw new BadCertificateException("the bytes are no X.509 certificate", e);
    }
  }

  /// The exact bytes.
  public Bytes der() {
    return der;
  }

  /// SHA-256 of the exact bytes.
  public CertificateHash hash() {
    return hash;
  }

  /// The kind of its key.
  public KeyAlgorithm keyAlgorithm() {
    return keyAlgorithm;
  }

  /// The first instant at which it is valid.
  public Instant notBefore() {
    return fields.notBefore();
  }

  /// The last instant at which it is valid.
  public Instant notAfter() {
    return fields.notAfter();
  }

  /// The subject as X.500 text.
  public String subject() {
    return fields.subjectText();
  }

  /// The hash of the company certificate of the same key, where the organization bound one.
  public Optional<CertificateHash> companyCertificate() {
    return fields.companyCertificate();
  }

  /// Whether its one common name is this id.
  public boolean isNamed(ResourceId id) {
    return fields.commonName().filter(id.value()::equals).isPresent();
  }

  /// Whether its subject is this id and nothing else, as a pseudonym has to be.
  public boolean isNamedOnly(ResourceId id) {
    return isNamed(id) && fields.nothingButCommonName();
  }

  /// Checks that the certificate's own extensions allow a use.
  ///
  /// @throws BadCertificateException if they do not
  public void requireUse(CertificateUse use) throws BadCertificateException {
    boolean mayIssue = fields.mayIssue();
    boolean allowed =
        switch (use) {
          case AUTHORITY ->
              mayIssue && allows(KeyUsage.keyCertSign) && allows(KeyUsage.digitalSignature);
          case SIGNING -> !mayIssue && allows(KeyUsage.digitalSignature);
          case ENCRYPTION ->
              !mayIssue
                  && switch (keyAlgorithm) {
                    case P256 -> allows(KeyUsage.keyAgreement);
                    case RSA -> allows(KeyUsage.keyEncipherment);
                    case ED25519, ML_DSA_65 -> false;
                  };
        };
    if (!allowed) {
      throw new BadCertificateException(
          "the certificate of " + subject() + " was not made for use as " + use);
    }
  }

  /// Checks that an instant lies in its time of validity.
  ///
  /// @throws BadCertificateException if it does not
  public void requireValidAt(Instant at) throws BadCertificateException {
    if (at.isBefore(notBefore()) || at.isAfter(notAfter())) {
      throw new BadCertificateException(
          "the certificate of %s is valid from %s to %s, not at %s"
              .formatted(subject(), notBefore(), notAfter(), at));
    }
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /// The key of kind [KeyAlgorithm#P256], ready for [Ecdsa].
  Optional<ECPublicKeyParameters> p256() {
    return p256;
  }

  CertificateFields fields() {
    return fields;
  }

  /// Whether the other one's key signed this one, which names it as its issuer. Costly.
  boolean isSignedBy(Certificate issuer) {
    return fields.issuerName().equals(issuer.fields.subjectName())
        && (fields.authorityKeyId().isEmpty()
            || fields.authorityKeyId().equals(issuer.fields.subjectKeyId()))
        && fields.signatureAlgorithm().equals(issuer.keyAlgorithm.signatureIdentifier())
        && SignatureVerifier.verifiesLeniently(
            issuer, fields.signed().toArray(), fields.signature().toArray());
  }

  private boolean allows(int use) {
    return fields.keyUsage().filter(usage -> usage.hasUsages(use)).isPresent();
  }
}
