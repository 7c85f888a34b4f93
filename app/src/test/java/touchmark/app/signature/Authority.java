package touchmark.app.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A certificate authority for tests, and the people whom it vouches for.
final class Authority {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

  private final KeyPair pair;
  private final X500Name name;
  private final List<Bytes> certificates;

  private Authority(KeyPair pair, X500Name name, List<Bytes> certificates) {
    this.pair = pair;
    this.name = name;
    this.certificates = List.copyOf(certificates);
  }

  static Authority root(String name) throws Exception {
    KeyPair pair = p256();
    X500Name subject = new X500Name(name);
    Authority self = new Authority(pair, subject, List.of());
    Bytes certificate = self.issue(pair, subject, BigInteger.ONE, BEGIN, END, true);
    return new Authority(pair, subject, List.of(certificate));
  }

  /// An authority below this one.
  Authority below(String subject) throws Exception {
    KeyPair below = p256();
    X500Name its = new X500Name(subject);
    return new Authority(below, its, chain(issue(below, its, BigInteger.TEN, BEGIN, END, true)));
  }

  Person person(String subject) throws Exception {
    return person(subject, BigInteger.TWO, BEGIN, END);
  }

  Person person(String subject, BigInteger serial, Instant from, Instant until) throws Exception {
    KeyPair key = p256();
    return new Person(
        key,
        chain(issue(key, new X500Name(subject), serial, from, until, false)),
        "SHA256withECDSA");
  }

  Person ed25519Person(String subject) throws Exception {
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new Person(
        key,
        chain(issue(key, new X500Name(subject), BigInteger.TWO, BEGIN, END, false)),
        "Ed25519");
  }

  private List<Bytes> chain(Bytes leaf) {
    List<Bytes> chain = new ArrayList<>(List.of(leaf));
    chain.addAll(certificates);
    return chain;
  }

  private Bytes issue(
      KeyPair key, X500Name subject, BigInteger serial, Instant from, Instant until, boolean ca)
      throws Exception {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            serial,
            Date.from(from),
            Date.from(until),
            subject,
            SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
    builder.addExtension(
        Extension.basicConstraints,
        true,
        ca ? new BasicConstraints(3) : new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
    return Bytes.of(builder.build(signer()).getEncoded());
  }

  private ContentSigner signer() throws Exception {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
  }

  byte[] crl(Instant revokedAt, Instant nextUpdate, BigInteger... serials) throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(BEGIN));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (BigInteger serial : serials) {
      builder.addCRLEntry(serial, Date.from(revokedAt), 1);
    }
    return builder.build(signer()).getEncoded();
  }

  Bytes certificate() {
    return certificates.getFirst();
  }

  byte[] pem() {
    return ("-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificates.getLast().toArray())
            + "\n-----END CERTIFICATE-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  Trust trusted() throws Exception {
    return Trust.nobody(NOW).withAnchors(List.of(certificates.getLast()));
  }

  static KeyPair p256() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /// Somebody who signs.
  record Person(KeyPair pair, List<Bytes> certificates, String algorithm) implements SigningKey {
    SigningHand hand() {
      return hand(NOW);
    }

    SigningHand hand(Instant at) {
      return new SigningHand(this, certificates, at);
    }

    @Override
    public Bytes certificate() {
      return certificates.getFirst();
    }

    @Override
    public CertificateHash certificateHash() {
      return Hashing.certificate(certificate());
    }

    @Override
    public Bytes sign(byte[] message) {
      try {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return Bytes.of(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
