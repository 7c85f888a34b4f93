package touchmark.app.signature.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import touchmark.app.signature.SigningHand;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.KeyAlgorithm;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;

/// Makes CMS SignedData over a content that stands elsewhere [RFC 5652 5]: SHA-256 (SHA-512 with
/// Ed25519 [RFC 8419 3.1]), the time of signing, and which certificate is meant [RFC 5035 3] among
/// the signed attributes.
public final class CmsMaker {
  private final SigningHand hand;

  public CmsMaker(SigningHand hand) {
    this.hand = hand;
  }

  /// Signs a content.
  ///
  /// @return DER
  /// @throws IOException if the content cannot be read
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if the key is not at hand
  public byte[] sign(CoveredContent content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()))
              .build(
                  new KeySigner(hand.key(), identifier(hand.algorithm())),
                  new X509CertificateHolder(hand.certificates().getFirst().toArray())));
      for (Bytes certificate : hand.certificates()) {
        generator.addCertificate(new X509CertificateHolder(certificate.toArray()));
      }
      return generator
          .generate(new Detached(content), false)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("a sound key and certificate can sign", e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private AttributeTable attributes() {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(hand.at()))));
    byte[] hash = Hashing.sha256(hand.certificates().getFirst().toArray()).bytes();
    attributes.add(
        attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new SigningCertificateV2(new ESSCertIDv2(hash))));
    return new AttributeTable(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier id, ASN1Encodable value) {
    return new Attribute(id, new DERSet(value));
  }

  private static AlgorithmIdentifier identifier(KeyAlgorithm algorithm) {
    return new AlgorithmIdentifier(
        switch (algorithm) {
          case P256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
          case ED25519 -> EdECObjectIdentifiers.id_Ed25519;
          case RSA -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
          case ML_DSA_65 -> throw new IllegalStateException("ML-DSA keys are verified, not used");
        });
  }

  private record Detached(CoveredContent content) implements CMSTypedData {
    @Override
    public ASN1ObjectIdentifier getContentType() {
      return CMSObjectIdentifiers.data;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      content.writeTo(out);
    }

    @Override
    public Object getContent() {
      return content; // without one, nothing would be hashed
    }
  }

  /// Signs the attributes as everything else is signed, wherever the key lives.
  private static final class KeySigner implements ContentSigner {
    private final SigningKey key;
    private final AlgorithmIdentifier algorithm;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    KeySigner(SigningKey key, AlgorithmIdentifier algorithm) {
      this.key = key;
      this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      return key.sign(message.toByteArray()).toArray();
    }
  }
}
