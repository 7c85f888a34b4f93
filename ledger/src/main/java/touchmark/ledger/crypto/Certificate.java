package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// An X.509 version 3 certificate [RFC 5280] that was read within bounds and whose key is of an
/// accepted kind. Whether it may be used, by whom it was issued and when, [Certificates] says.
public final class Certificate {
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.basicConstraints,
          Extension.keyUsage,
          Extension.subjectKeyIdentifier,
          Extension.authorityKeyIdentifier,
          Extension.subjectAlternativeName);

  private final Bytes der;
  private final CertificateHash hash;
  private final X509CertificateHolder parsed;
  private final KeyAlgorithm keyAlgorithm;
  private final PublicKey publicKey;
  private final Optional<KeyUsage> keyUsage;
  private final boolean mayIssue;

  private Certificate(Bytes der, X509CertificateHolder parsed) throws BadCertificateException {
    this.der = der;
    this.hash = Hashing.certificate(der);
    this.parsed = parsed;
    this.keyAlgorithm = KeyAlgorithm.of(parsed.getSubjectPublicKeyInfo());
    this.publicKey = keyAlgorithm.publicKey(parsed.getSubjectPublicKeyInfo());
    Extensions extensions = parsed.getExtensions();
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      if (!UNDERSTOOD.contains(critical)) {
        throw new BadCertificateException(
            "the certificate has the critical extension " + critical + ", which is not understood");
      }
    }
    this.keyUsage = Optional.ofNullable(KeyUsage.fromExtensions(extensions));
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
    this.mayIssue = constraints != null && constraints.isCA();
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
      if (parsed.getVersionNumber() != 3 || parsed.getExtensions() == null) {
        throw new BadCertificateException(
            "the certificate has X.509 version "
                + parsed.getVersionNumber()
                + " and extensions that do not go with version 3");
      }
      return new Certificate(der, parsed);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
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
    return parsed.getNotBefore().toInstant();
  }

  /// The last instant at which it is valid.
  public Instant notAfter() {
    return parsed.getNotAfter().toInstant();
  }

  /// Whether its one common name is this id.
  public boolean isNamed(ResourceId id) {
    RDN[] names = parsed.getSubject().getRDNs(BCStyle.CN);
    return names.length == 1
        && !names[0].isMultiValued()
        && IETFUtils.valueToString(names[0].getFirst().getValue()).equals(id.value());
  }

  /// Whether its subject is this id and nothing else, as a pseudonym has to be.
  public boolean isNamedOnly(ResourceId id) {
    return isNamed(id)
        && parsed.getSubject().getRDNs().length == 1
        && parsed.getExtension(Extension.subjectAlternativeName) == null;
  }

  /// Checks that the certificate's own extensions allow a use.
  ///
  /// @throws BadCertificateException if they do not
  public void requireUse(CertificateUse use) throws BadCertificateException {
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

  /// The subject as X.500 text.
  public String subject() {
    return parsed.getSubject().toString();
  }

  PublicKey publicKey() {
    return publicKey;
  }

  X509CertificateHolder parsed() {
    return parsed;
  }

  /// Whether this certificate names the other one as its issuer, by name and by key identifier.
  boolean names(Certificate issuer) throws BadCertificateException {
    if (!sameBytes(parsed.getIssuer(), issuer.parsed.getSubject())) {
      return false;
    }
    try {
      AuthorityKeyIdentifier wanted = AuthorityKeyIdentifier.fromExtensions(parsed.getExtensions());
      SubjectKeyIdentifier given =
          SubjectKeyIdentifier.fromExtensions(issuer.parsed.getExtensions());
      return wanted == null
          || wanted.getKeyIdentifierOctets() == null
          || (given != null
              && Arrays.equals(wanted.getKeyIdentifierOctets(), given.getKeyIdentifier()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BadCertificateException("a key identifier of the certificate is damaged", e);
    }
  }

  private boolean allows(int use) {
    return keyUsage.filter(usage -> usage.hasUsages(use)).isPresent();
  }

  private static boolean sameBytes(X500Name one, X500Name other) {
    try {
      return Arrays.equals(one.getEncoded(ASN1Encoding.DER), other.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("a name that was read can be written", e);
    }
  }
}
