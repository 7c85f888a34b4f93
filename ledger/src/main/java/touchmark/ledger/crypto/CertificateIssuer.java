package touchmark.ledger.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import touchmark.ledger.model.Bytes;
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

  Bytes authority(KeyPair keys, X500Name name) {
    X509v3CertificateBuilder builder =
        builder(
            name,
            keys.getPublic(),
            name,
            now().atOffset(ZoneOffset.UTC).plusYears(AUTHORITY_YEARS).toInstant());
    return sign(
        builder,
        keys.getPublic(),
        keys.getPublic(),
        keys.getPrivate(),
        new BasicConstraints(0),
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
  }

  /// @param usage bits of [KeyUsage]
  Bytes issue(
      PublicKey subjectKey,
      X500Name subject,
      int usage,
      Certificate authority,
      PrivateKey authorityKey) {
    Instant end = now().atOffset(ZoneOffset.UTC).plusYears(OTHER_YEARS).toInstant();
    X509v3CertificateBuilder builder =
        builder(
            authority.fields().subject(),
            subjectKey,
            subject,
            end.isAfter(authority.notAfter()) ? authority.notAfter() : end);
    return sign(
        builder,
        subjectKey,
        authority.publicKey(),
        authorityKey,
        new BasicConstraints(false),
        new KeyUsage(usage));
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
      PrivateKey signer,
      BasicConstraints constraints,
      KeyUsage usage) {
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
      return Bytes.of(builder.build(new DeterministicSigner(signer)).getEncoded());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate of sound parts can always be made", e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// Signs certificates as everything else is signed: [Ecdsa].
  private static final class DeterministicSigner implements ContentSigner {
    private final PrivateKey key;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    DeterministicSigner(PrivateKey key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      return Ecdsa.sign(SoftwareKey.parameters(key), message.toByteArray());
    }
  }
}
