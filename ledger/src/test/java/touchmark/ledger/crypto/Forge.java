package touchmark.ledger.crypto;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import touchmark.ledger.model.Bytes;

/// Makes certificates of any kind, good and bad, with other means than the product's own.
final class Forge {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  static final X500Name AUTHORITY_NAME = new X500Name("O=Acme GmbH,CN=acme");
  static final X500Name PERSON_NAME = new X500Name("CN=erin");

  /// What may be wrong about a certificate; the default is a person's good one.
  record Order(
      KeyPair keys,
      X500Name subject,
      X500Name issuer,
      KeyPair signer,
      String signatureAlgorithm,
      int usage,
      boolean mayIssue,
      boolean unknownCriticalExtension) {
    Order signedBy(KeyPair other) {
      return new Order(
          keys,
          subject,
          issuer,
          other,
          signatureAlgorithm,
          usage,
          mayIssue,
          unknownCriticalExtension);
    }

    Order withAlgorithm(String other) {
      return new Order(
          keys, subject, issuer, signer, other, usage, mayIssue, unknownCriticalExtension);
    }

    Order withIssuer(X500Name other) {
      return new Order(
          keys,
          subject,
          other,
          signer,
          signatureAlgorithm,
          usage,
          mayIssue,
          unknownCriticalExtension);
    }

    Order withSubject(X500Name other) {
      return new Order(
          keys,
          other,
          issuer,
          signer,
          signatureAlgorithm,
          usage,
          mayIssue,
          unknownCriticalExtension);
    }

    Order withUsage(int other) {
      return new Order(
          keys,
          subject,
          issuer,
          signer,
          signatureAlgorithm,
          other,
          mayIssue,
          unknownCriticalExtension);
    }

    Order asIssuer() {
      return new Order(
          keys, subject, issuer, signer, signatureAlgorithm, usage, true, unknownCriticalExtension);
    }

    Order withUnknownCriticalExtension() {
      return new Order(keys, subject, issuer, signer, signatureAlgorithm, usage, mayIssue, true);
    }

    Bytes make() throws Exception {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer,
                  BigInteger.valueOf(4711),
                  Date.from(FROM),
                  Date.from(TO),
                  subject,
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(mayIssue))
              .addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (unknownCriticalExtension) {
        builder.addExtension(
            new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE);
      }
      return Bytes.of(
          builder
              .build(
                  new JcaContentSignerBuilder(signatureAlgorithm)
                      .setProvider(BouncyCastle.PROVIDER)
                      .build(signer.getPrivate()))
              .getEncoded());
    }
  }

  private Forge() {}

  static Order authority(KeyPair keys) {
    return new Order(
        keys,
        AUTHORITY_NAME,
        AUTHORITY_NAME,
        keys,
        "SHA256withECDSA",
        KeyUsage.keyCertSign | KeyUsage.digitalSignature,
        true,
        false);
  }

  static Order person(KeyPair keys, KeyPair authority) {
    return new Order(
        keys,
        PERSON_NAME,
        AUTHORITY_NAME,
        authority,
        "SHA256withECDSA",
        KeyUsage.digitalSignature,
        false,
        false);
  }

  static KeyPair keys(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BouncyCastle.PROVIDER);
    if (bits > 0) {
      generator.initialize(bits);
    }
    return generator.generateKeyPair();
  }
}
