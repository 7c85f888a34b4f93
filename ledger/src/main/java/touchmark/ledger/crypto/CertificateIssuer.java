package touchmark.ledger.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// Makes certificates [RFC 5280]: an organization's authority signs itself, and issues the others.
final class CertificateIssuer {
  private static final int AUTHORITY_YEARS = 10;
  private static final int OTHER_YEARS = 3;
  private static final int SERIAL_BITS = 127;

  /// Clocks of members differ; a certificate made now is valid in a block sealed by a slower one.
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private final Clock clock;
  private final SecureRandom random;

  CertificateIssuer(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  static X500Name organization(ResourceId id, String displayName, String unit) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, displayName)
        .addRDN(BCStyle.OU, unit)
        .addRDN(BCStyle.CN, id.value())
        .build();
  }

  static X500Name pseudonym(ResourceId person) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, person.value()).build();
  }

  /// A certificate that signs itself.
  Bytes authority(NewKey key, X500Name name) throws KeyRingException {
    X509v3CertificateBuilder builder =
        builder(name, key.publicKey(), name, yearsFromNow(AUTHORITY_YEARS));
    return sign(
        builder,
        key.publicKey(),
        key.publicKey(),
        key.signing(),
        new BasicConstraints(0),
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
  }

  /// A certificate of no authority, for three years or as long as its issuer's.
  ///
  /// @param usage bits of [KeyUsage]
  Bytes issue(
      PublicKey subjectKey, X500Name subject, int usage, Certificate authority, Signing signing)
      throws KeyRingException {
    return issue(subjectKey, subject, usage, authority, signing, yearsFromNow(OTHER_YEARS));
  }

  /// The same, as long as its issuer's: a validator's sealing key is replaced by a statement that
  /// itself has to be sealed.
  Bytes issueSealing(PublicKey subjectKey, X500Name subject, Certificate authority, Signing signing)
      throws KeyRingException {
    return issue(
        subjectKey, subject, KeyUsage.digitalSignature, authority, signing, authority.notAfter());
  }

  /// A person's pseudonymous certificate that names the company certificate of the same key.
  Bytes issueBound(
      PublicKey subjectKey,
      ResourceId person,
      CertificateHash company,
      Certificate authority,
      Signing signing)
      throws KeyRingException {
    X509v3CertificateBuilder builder =
        issued(subjectKey, pseudonym(person), authority, yearsFromNow(OTHER_YEARS));
    try {
      builder.addExtension(
          CertificateFields.COMPANY_CERTIFICATE,
          false,
          new DEROctetString(HexFormat.of().parseHex(company.hex())));
    } catch (IOException e) {
      throw new IllegalStateException("32 bytes can always be written as DER", e);
    }
    return sign(
        builder,
        subjectKey,
        authority.publicKey(),
        signing,
        new BasicConstraints(false),
        new KeyUsage(KeyUsage.digitalSignature));
  }

  private Bytes issue(
      PublicKey subjectKey,
      X500Name subject,
      int usage,
      Certificate authority,
      Signing signing,
      Instant end)
      throws KeyRingException {
    return sign(
        issued(subjectKey, subject, authority, end),
        subjectKey,
        authority.publicKey(),
        signing,
        new BasicConstraints(false),
        new KeyUsage(usage));
  }

  private X509v3CertificateBuilder issued(
      PublicKey subjectKey, X500Name subject, Certificate authority, Instant end) {
    return builder(
        authority.fields().subject(),
        subjectKey,
        subject,
        end.isAfter(authority.notAfter()) ? authority.notAfter() : end);
  }

  private Instant yearsFromNow(int years) {
    return now().atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, PublicKey key, X500Name subject, Instant end) {
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
        Date.from(now().minus(BACKDATED)),
        Date.from(end),
        subject,
        SubjectPublicKeyInfo.getInstance(key.getEncoded()));
  }

  private static Bytes sign(
      X509v3CertificateBuilder builder,
      PublicKey subjectKey,
      PublicKey issuerKey,
      Signing signing,
      BasicConstraints constraints,
      KeyUsage usage)
      throws KeyRingException {
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder
          .addExtension(Extension.basicConstraints, true, constraints)
          .addExtension(Extension.keyUsage, true, usage)
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              identifiers.createSubjectKeyIdentifier(subjectKey))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              identifiers.createAuthorityKeyIdentifier(issuerKey));
      return Bytes.of(builder.build(new KeySigner(issuerKey, signing)).getEncoded());
    } catch (BadCertificateException e) {
      throw new KeyRingException("no certificate can be issued: " + e.getMessage(), e);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate of sound parts can always be made", e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
