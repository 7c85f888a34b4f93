package touchmark.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// A further P-256 key, with a certificate that any signing key issued: made with other means than
/// the product's own.
public final class IssuedKey implements SigningKey {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final PrivateKey key;
  private final Bytes certificate;

  private IssuedKey(PrivateKey key, Bytes certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /// A person's signing key.
  public static IssuedKey ofPerson(ResourceId person, SigningKey authority) {
    return issue("CN=" + person, KeyUsage.digitalSignature, authority);
  }

  /// An organization's sealing key.
  public static IssuedKey sealing(ResourceId organization, SigningKey authority) {
    return issue("CN=" + organization, KeyUsage.digitalSignature, authority);
  }

  /// An organization's encryption key.
  public static IssuedKey encryption(ResourceId organization, SigningKey authority) {
    return issue("CN=" + organization, KeyUsage.keyAgreement, authority);
  }

  private static IssuedKey issue(String subject, int usage, SigningKey authority) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
                  new X509CertificateHolder(authority.certificate().toArray()).getSubject(),
                  BigInteger.valueOf(4711),
                  Date.from(TestParties.START.minus(Duration.ofMinutes(10))),
                  Date.from(TestParties.START.plus(Duration.ofDays(700))),
                  new X500Name(subject),
                  SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      return new IssuedKey(
          keys.getPrivate(), Bytes.of(builder.build(new IssuerSignature(authority)).getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Bytes certificate() {
    return certificate;
  }

  @Override
  public CertificateHash certificateHash() {
    return Hashing.certificate(certificate);
  }

  @Override
  public Bytes sign(byte[] message) {
    try {
      Signature ecdsa = Signature.getInstance("SHA256withECDSA");
      ecdsa.initSign(key);
      ecdsa.update(message);
      ASN1Sequence pair = ASN1Sequence.getInstance(ecdsa.sign());
      BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
      BigInteger low = s.min(ORDER.subtract(s));
      DERSequence sound =
          new DERSequence(
              new org.bouncycastle.asn1.ASN1Encodable[] {
                pair.getObjectAt(0), new ASN1Integer(low)
              });
      return Bytes.of(sound.getEncoded());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class IssuerSignature implements ContentSigner {
    private final SigningKey authority;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    IssuerSignature(SigningKey authority) {
      this.authority = authority;
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
      return authority.sign(message.toByteArray()).toArray();
    }
  }
}
