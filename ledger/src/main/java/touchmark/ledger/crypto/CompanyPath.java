package touchmark.ledger.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import touchmark.ledger.model.Bytes;

/// The path of a certificate that a company's own authority issued, up to a certificate that the
/// organization trusts [RFC 5280 6]: names, signatures, validity, basic constraints, path length,
/// key usage, name constraints. It stays off the ledger, so that its issuers may have keys of more
/// kinds than the ledger takes (P-384, P-521). Company revocation lists are not asked: offline
/// stations could not; the organization revokes on the ledger.
public final class CompanyPath {
  /// Most certificates that are looked at to find a path; the widest is 8.
  static final int MOST_GIVEN = 32;

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_CERT_SIGN = 5;
  private static final int SHORTEST_MODULUS = 3072;
  private static final int SHORTEST_FIELD = 256;

  private static final String PSS = "1.2.840.113549.1.1.10";

  /// SHA-256, SHA-384, SHA-512.
  private static final Set<ASN1ObjectIdentifier> HASHES =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  /// RSA (PKCS #1 and PSS) and ECDSA with SHA-256, SHA-384 or SHA-512, Ed25519, ML-DSA.
  private static final Set<String> SIGNATURES =
      Set.of(
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          PSS,
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.3.101.112",
          "2.16.840.1.101.3.4.3.17",
          "2.16.840.1.101.3.4.3.18",
          "2.16.840.1.101.3.4.3.19");

  private final List<X509Certificate> certificates;

  private CompanyPath(List<X509Certificate> certificates) {
    this.certificates = List.copyOf(certificates);
  }

  /// Whom an organization trusts, and how far below.
  ///
  /// @param anchors DER of the certificates at which a path may end
  /// @param longest certificates of a path, the validated and the trusted one among them; the
  ///   network's [touchmark.ledger.model.Limits#longestPath]
  public record Trust(List<Bytes> anchors, int longest) {
    public Trust {
      anchors = List.copyOf(anchors);
    }
  }

  /// Refuses a heap of certificates before any of them is read.
  static void requireFew(int given) throws BadCertificateException {
    if (given > MOST_GIVEN) {
      throw new BadCertificateException(
          "%d certificates are given to find a path, at most %d are read"
              .formatted(given, MOST_GIVEN));
    }
  }

  /// Builds and validates the path of one certificate. No more than 32 certificates are read, and
  /// no signature is checked of a path that is too long, nor of what is on no path.
  ///
  /// @param use SIGNING for a person's; AUTHORITY for an organization's own, which may issue others
  /// @param leaf DER
  /// @param others DER, among them the issuers between
  /// @throws BadCertificateException says what is wrong with which certificate
  public static CompanyPath validate(
      CertificateUse use, Bytes leaf, List<Bytes> others, Trust trust, Instant at)
      throws BadCertificateException {
    requireFew(others.size() + trust.anchors().size());
    X509Certificate first = parse(leaf);
    requireSigning(first, use);
    List<X509Certificate> anchors = new ArrayList<>();
    for (Bytes der : trust.anchors()) {
      anchors.add(parse(der));
    }
    List<X509Certificate> between = new ArrayList<>();
    for (Bytes der : others) {
      between.add(parse(der));
    }
    List<X509Certificate> path = path(first, between, anchors, trust.longest());
    for (X509Certificate certificate : path) {
      requireStrong(certificate);
    }
    for (X509Certificate certificate : path.subList(0, path.size() - 1)) {
      requireStrongSignature(certificate);
    }
    requireUnaltered(path.getLast());
    requirePkix(path, at);
    requireAnchor(path.getLast(), path.size() - 2, at);
    return new CompanyPath(path);
  }

  /// The certificates from the first to a trusted one, by their names alone.
  private static List<X509Certificate> path(
      X509Certificate first,
      List<X509Certificate> between,
      List<X509Certificate> anchors,
      int longest)
      throws BadCertificateException {
    List<X509Certificate> path = new ArrayList<>(List.of(first));
    while (true) {
      X509Certificate last = path.getLast();
      Optional<X509Certificate> anchor =
          anchors.stream().filter(trusted -> issued(trusted, last)).findFirst();
      X509Certificate next =
          anchor
              .or(
                  () ->
                      between.stream()
                          .filter(issuer -> issued(issuer, last) && !path.contains(issuer))
                          .findFirst())
              .orElseThrow(() -> untrusted(first, last));
      if (path.size() == longest) {
        throw new BadCertificateException(
            "the path of %s has more than the %d certificates that this network allows"
                .formatted(name(first), longest));
      }
      path.add(next);
      if (anchor.isPresent()) {
        return path;
      }
    }
  }

  /// The certificates, DER, the one that was validated first and the trusted one last.
  public List<Bytes> der() {
    return certificates.stream().map(CompanyPath::encoded).toList();
  }

  /// The subject of the validated certificate as X.500 text.
  public String subject() {
    return name(certificates.getFirst());
  }

  /// The subject of the trusted certificate as X.500 text.
  public String anchor() {
    return name(certificates.getLast());
  }

  /// The organization's name (O) in the subject, if it has exactly one.
  public Optional<String> organizationName() {
    RDN[] names =
        X500Name.getInstance(certificates.getFirst().getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.O);
    return names.length == 1
        ? Optional.of(IETFUtils.valueToString(names[0].getFirst().getValue()))
        : Optional.empty();
  }

  /// The last instant at which all of the path is valid.
  public Instant notAfter() {
    return certificates.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  X509Certificate leaf() {
    return certificates.getFirst();
  }

  static X509Certificate parse(Bytes der) throws BadCertificateException {
    if (der.length() > Bytes.LONGEST_CERTIFICATE || !DerShape.isSound(der.toArray())) {
      throw new BadCertificateException(
          "a certificate is not strict DER of at most " + Bytes.LONGEST_CERTIFICATE + " bytes");
    }
    try {
      if (CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()))
          instanceof X509Certificate x509) {
        return x509;
      }
      throw new BadCertificateException("the bytes are no X.509 certificate");
    } catch (CertificateException | RuntimeException e) {
      // The platform's parser meets hostile bytes with exceptions of many kinds.
      throw new BadCertificateException("the bytes are no X.509 certificate", e);
    }
  }

  /// Whether the names say so; signatures are checked by [#requirePkix].
  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  static boolean namesItself(X509Certificate certificate) {
    return issued(certificate, certificate);
  }

  /// Path validation takes the trusted certificate as it is [RFC 5280 6.1], so that nobody else
  /// would notice an altered one that came with the others.
  private static void requireUnaltered(X509Certificate anchor) throws BadCertificateException {
    if (!namesItself(anchor)) {
      return;
    }
    try {
      anchor.verify(anchor.getPublicKey());
    } catch (GeneralSecurityException | RuntimeException e) {
      // Keys and signatures of hostile certificates are met with exceptions of many kinds.
      throw new BadCertificateException(
          "the certificate of %s names itself as its issuer, and its own key did not sign it"
              .formatted(name(anchor)),
          e);
    }
  }

  private static void requireSigning(X509Certificate leaf, CertificateUse use)
      throws BadCertificateException {
    boolean[] usage = leaf.getKeyUsage();
    boolean mayIssue = leaf.getBasicConstraints() >= 0;
    boolean good =
        switch (use) {
          case SIGNING -> !mayIssue && usage != null && usage[DIGITAL_SIGNATURE];
          case AUTHORITY -> usage == null || usage[DIGITAL_SIGNATURE] || usage[KEY_CERT_SIGN];
          case ENCRYPTION -> throw new IllegalArgumentException("no path of an encryption key");
        };
    if (!good) {
      throw new BadCertificateException(
          "the certificate of "
              + name(leaf)
              + " was not made for signing: it must be no authority's, with the key usage"
              + " digitalSignature");
    }
  }

  private static void requireAnchor(X509Certificate anchor, int between, Instant at)
      throws BadCertificateException {
    boolean[] usage = anchor.getKeyUsage();
    if (anchor.getBasicConstraints() < 0 || (usage != null && !usage[KEY_CERT_SIGN])) {
      throw new BadCertificateException(
          "the certificate of " + name(anchor) + " may not issue others");
    }
    if (between > anchor.getBasicConstraints()) {
      throw new BadCertificateException(
          "%s allows %d authorities below it, the path has %d"
              .formatted(name(anchor), anchor.getBasicConstraints(), between));
    }
    if (at.isBefore(anchor.getNotBefore().toInstant())
        || at.isAfter(anchor.getNotAfter().toInstant())) {
      throw new BadCertificateException(invalidAt(anchor, at));
    }
  }

  private static void requireStrong(X509Certificate certificate) throws BadCertificateException {
    switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() < SHORTEST_MODULUS ->
          throw new BadCertificateException(
              "the RSA key of %s has %d bits, at least %d are accepted"
                  .formatted(name(certificate), rsa.getModulus().bitLength(), SHORTEST_MODULUS));
      case ECPublicKey ec when ec.getParams().getOrder().bitLength() < SHORTEST_FIELD ->
          throw new BadCertificateException(
              "the elliptic curve of %s has %d bits, at least %d are accepted"
                  .formatted(
                      name(certificate), ec.getParams().getOrder().bitLength(), SHORTEST_FIELD));
      default -> {
        // Signatures by keys of other kinds are judged with the path.
      }
    }
  }

  /// The platform itself would take SHA-1 below a private root.
  private static void requireStrongSignature(X509Certificate certificate)
      throws BadCertificateException {
    if (!SIGNATURES.contains(certificate.getSigAlgOID())
        || (certificate.getSigAlgOID().equals(PSS) && !hasStrongHashes(certificate))) {
      throw new BadCertificateException(weak(certificate));
    }
  }

  /// The parameters of PSS name its two hashes; left out, they are SHA-1 [RFC 8017 A.2.3].
  private static boolean hasStrongHashes(X509Certificate certificate) {
    byte[] parameters = certificate.getSigAlgParams();
    if (parameters == null) {
      return false;
    }
    try {
      RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
      return HASHES.contains(pss.getHashAlgorithm().getAlgorithm())
          && HASHES.contains(
              AlgorithmIdentifier.getInstance(pss.getMaskGenAlgorithm().getParameters())
                  .getAlgorithm());
    } catch (RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      return false;
    }
  }

  private static String weak(X509Certificate certificate) {
    return "the certificate of %s is signed with %s, which is too weak"
        .formatted(name(certificate), certificate.getSigAlgName());
  }

  private static void requirePkix(List<X509Certificate> path, Instant at)
      throws BadCertificateException {
    try {
      CertPath below =
          CertificateFactory.getInstance("X.509")
              .generateCertPath(path.subList(0, path.size() - 1));
      PKIXParameters parameters = new PKIXParameters(Set.of(anchor(path.getLast())));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX").validate(below, parameters);
    } catch (CertPathValidatorException e) {
      X509Certificate certificate = path.get(Math.max(0, e.getIndex()));
      throw new BadCertificateException(sentence(e, certificate, at), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform validates certificate paths", e);
    }
  }

  /// The validator takes the name constraints of the trusted certificate only when they are handed
  /// over.
  private static TrustAnchor anchor(X509Certificate trusted) throws BadCertificateException {
    byte[] extension = trusted.getExtensionValue(Extension.nameConstraints.getId());
    try {
      return new TrustAnchor(
          trusted, extension == null ? null : ASN1OctetString.getInstance(extension).getOctets());
    } catch (IllegalArgumentException e) {
      throw new BadCertificateException(
          "the name constraints of " + name(trusted) + " cannot be read", e);
    }
  }

  private static String sentence(
      CertPathValidatorException e, X509Certificate certificate, Instant at) {
    String who = name(certificate);
    return switch (e.getReason()) {
      case BasicReason.EXPIRED, BasicReason.NOT_YET_VALID -> invalidAt(certificate, at);
      case BasicReason.INVALID_SIGNATURE ->
          "the certificate of %s was not signed by %s"
              .formatted(who, certificate.getIssuerX500Principal().getName());
      case BasicReason.ALGORITHM_CONSTRAINED -> weak(certificate);
      case PKIXReason.NOT_CA_CERT -> "the certificate of " + who + " may not issue others";
      case PKIXReason.INVALID_KEY_USAGE ->
          "the key usage of " + who + " does not allow it to issue others";
      case PKIXReason.PATH_TOO_LONG -> "more authorities stand below " + who + " than it allows";
      case PKIXReason.INVALID_NAME ->
          "the name " + who + " is one that an authority above it does not allow";
      case PKIXReason.UNRECOGNIZED_CRIT_EXT ->
          "the certificate of " + who + " has a critical extension that is not understood";
      default -> "the certificate of %s is not good: %s".formatted(who, e.getMessage());
    };
  }

  private static String invalidAt(X509Certificate certificate, Instant at) {
    return "the certificate of %s is valid from %s to %s, not at %s"
        .formatted(
            name(certificate),
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            at);
  }

  private static BadCertificateException untrusted(X509Certificate first, X509Certificate last) {
    return new BadCertificateException(
        "the path of %s ends at %s, which the organization does not trust; give the certificates"
                .formatted(name(first), last.getIssuerX500Principal().getName())
            + " between, or import the organization's own company certificate first");
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  static Bytes encoded(X509Certificate certificate) {
    try {
      return Bytes.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }
}
