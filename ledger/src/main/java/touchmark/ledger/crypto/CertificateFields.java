package touchmark.ledger.crypto;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Digest;

/// What a certificate says, all of it read at once: Bouncy Castle reads lazily, and hostile bytes
/// would else raise unchecked exceptions wherever they are first looked at.
///
/// @param commonName the only one
/// @param nothingButCommonName whether the subject has no other part, and no alternative name
/// @param companyCertificate the hash of the company certificate that the same key has
/// @param signed the bytes that the issuer signed
/// @param signatureAlgorithm the same inside and outside of the signed part
record CertificateFields(
    X500Name subject,
    String subjectText,
    Bytes subjectName,
    Bytes issuerName,
    Optional<String> commonName,
    boolean nothingButCommonName,
    Instant notBefore,
    Instant notAfter,
    SubjectPublicKeyInfo publicKey,
    Optional<KeyUsage> keyUsage,
    boolean mayIssue,
    Optional<Bytes> subjectKeyId,
    Optional<Bytes> authorityKeyId,
    Optional<CertificateHash> companyCertificate,
    Bytes signed,
    ASN1ObjectIdentifier signatureAlgorithm,
    Bytes signature) {
  /// SHA-256 of the company certificate of the same key, as an OCTET STRING. Not critical. An
  /// object identifier made of a UUID [X.667], which nobody has to register.
  static final ASN1ObjectIdentifier COMPANY_CERTIFICATE =
      new ASN1ObjectIdentifier("2.25.47107298694021667854138972072398982314");

  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.basicConstraints,
          Extension.keyUsage,
          Extension.subjectKeyIdentifier,
          Extension.authorityKeyIdentifier,
          Extension.subjectAlternativeName);

  private static final Set<ASN1ObjectIdentifier> READ =
      Stream.concat(UNDERSTOOD.stream(), Stream.of(COMPANY_CERTIFICATE))
          .collect(Collectors.toUnmodifiableSet());

  /// @throws RuntimeException of any kind if the bytes are not what they seem
  static CertificateFields of(X509CertificateHolder certificate)
      throws IOException, BadCertificateException {
    Extensions extensions = certificate.getExtensions();
    if (certificate.getVersionNumber() != 3 || extensions == null) {
      throw new BadCertificateException(
          "the certificate has X.509 version "
              + certificate.getVersionNumber()
              + ", version 3 with extensions is expected");
    }
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      if (!UNDERSTOOD.contains(critical)) {
        throw new BadCertificateException(
            "the certificate has the critical extension " + critical + ", which is not understood");
      }
    }
    requireStrictValues(extensions);
    TBSCertificate body = certificate.toASN1Structure().getTBSCertificate();
    AlgorithmIdentifier algorithm = certificate.getSignatureAlgorithm();
    if (!algorithm.equals(body.getSignature())) {
      throw new BadCertificateException(
          "the certificate names one signature algorithm inside and another outside");
    }
    X500Name subject = certificate.getSubject();
    Optional<String> commonName = commonName(subject);
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
    return new CertificateFields(
        subject,
        subject.toString(),
        der(subject),
        der(certificate.getIssuer()),
        commonName,
        commonName.isPresent()
            && subject.getRDNs().length == 1
            && extensions.getExtension(Extension.subjectAlternativeName) == null,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        certificate.getSubjectPublicKeyInfo(),
        Optional.ofNullable(KeyUsage.fromExtensions(extensions)),
        constraints != null && constraints.isCA(),
        Optional.ofNullable(SubjectKeyIdentifier.fromExtensions(extensions))
            .map(id -> Bytes.of(id.getKeyIdentifier())),
        Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions))
            .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
            .map(Bytes::of),
        companyCertificate(extensions),
        der(body),
        algorithm.getAlgorithm(),
        Bytes.of(certificate.getSignature()));
  }

  /// The value of an extension is DER inside an OCTET STRING, where a look at the certificate's own
  /// bytes does not reach.
  private static void requireStrictValues(Extensions extensions)
      throws IOException, BadCertificateException {
    for (ASN1ObjectIdentifier id : READ) {
      Extension extension = extensions.getExtension(id);
      if (extension != null && !isStrict(extension.getExtnValue().getOctets())) {
        throw new BadCertificateException(
            "the value of the certificate's extension " + id + " is not strict DER");
      }
    }
  }

  private static boolean isStrict(byte[] value) throws IOException {
    return DerShape.isSound(value)
        && Arrays.equals(ASN1Primitive.fromByteArray(value).getEncoded(ASN1Encoding.DER), value);
  }

  private static Optional<CertificateHash> companyCertificate(Extensions extensions)
      throws BadCertificateException {
    ASN1Encodable value = extensions.getExtensionParsedValue(COMPANY_CERTIFICATE);
    if (value == null) {
      return Optional.empty();
    }
    byte[] hash = ASN1OctetString.getInstance(value).getOctets();
    if (hash.length != Digest.LENGTH) {
      throw new BadCertificateException(
          "the certificate names a company certificate by %d bytes, %d are expected"
              .formatted(hash.length, Digest.LENGTH));
    }
    return Optional.of(new CertificateHash(Digest.of(hash)));
  }

  private static Optional<String> commonName(X500Name subject) {
    RDN[] names = subject.getRDNs(BCStyle.CN);
    return names.length == 1 && !names[0].isMultiValued()
        ? Optional.of(IETFUtils.valueToString(names[0].getFirst().getValue()))
        : Optional.empty();
  }

  private static Bytes der(ASN1Encodable value) throws IOException {
    return Bytes.of(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
  }
}
