package touchmark.ledger.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import touchmark.ledger.model.Bytes;

/// Content keys in CMS EnvelopedData [RFC 5652 6]: AES-256-CBC, its key agreed by ephemeral-static
/// ECDH with SHA-256 [RFC 5753] for P-256 certificates, or carried by RSA. The content that the key
/// opens is authenticated by itself.
final class KeyWrap {
  private static final int MOST_RECIPIENTS = 64;
  private static final int LARGEST = 128 * 1024;
  private static final int LONGEST_KEY = 64;

  private KeyWrap() {}

  static byte[] wrap(byte[] contentKey, List<Bytes> certificates) {
    if (contentKey.length < 16 || contentKey.length > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a content key has 16 to " + LONGEST_KEY + " bytes, not " + contentKey.length);
    }
    if (certificates.isEmpty() || certificates.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException(
          "a key is wrapped for 1 to " + MOST_RECIPIENTS + " recipients");
    }
    try {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      List<X509Certificate> agreeing = new ArrayList<>();
      for (Bytes der : certificates) {
        Certificate certificate = Certificate.parse(der);
        certificate.requireUse(CertificateUse.ENCRYPTION);
        X509Certificate recipient = x509(der);
        if (certificate.keyAlgorithm() == KeyAlgorithm.RSA) {
          generator.addRecipientInfoGenerator(
              new JceKeyTransRecipientInfoGenerator(recipient).setProvider(BouncyCastle.PROVIDER));
        } else {
          agreeing.add(recipient);
        }
      }
      if (!agreeing.isEmpty()) {
        generator.addRecipientInfoGenerator(agreement(agreeing));
      }
      return generator
          .generate(
              new CMSProcessableByteArray(contentKey),
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                  .setProvider(BouncyCastle.PROVIDER)
                  .build())
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (BadCertificateException | CertificateException e) {
      throw new IllegalArgumentException("no key can be wrapped: " + e.getMessage(), e);
    } catch (CMSException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a checked certificate can be wrapped for", e);
    }
  }

  private static X509Certificate x509(Bytes der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
            .generateCertificate(new ByteArrayInputStream(der.toArray()));
  }

  private static JceKeyAgreeRecipientInfoGenerator agreement(List<X509Certificate> recipients)
      throws GeneralSecurityException {
    KeyPair ephemeral = KeyMaker.p256();
    JceKeyAgreeRecipientInfoGenerator agreement =
        new JceKeyAgreeRecipientInfoGenerator(
                CMSAlgorithm.ECDH_SHA256KDF,
                ephemeral.getPrivate(),
                ephemeral.getPublic(),
                CMSAlgorithm.AES256_WRAP)
            .setProvider(BouncyCastle.PROVIDER);
    for (X509Certificate recipient : recipients) {
      agreement.addRecipient(recipient);
    }
    return agreement;
  }

  /// Opens the private key.
  interface KeySource {
    PrivateKey key() throws KeyRingException;
  }

  /// @param source asked when it was wrapped for this certificate
  /// @return empty when it was wrapped for others
  static Optional<byte[]> unwrap(
      byte[] envelopedData, X509Certificate certificate, KeySource source) throws KeyRingException {
    if (envelopedData.length > LARGEST || !DerShape.isSound(envelopedData)) {
      throw new KeyRingException(
          "the wrapped key is not strict DER of at most " + LARGEST + " bytes");
    }
    try {
      RecipientInformation recipient =
          new CMSEnvelopedData(envelopedData)
              .getRecipientInfos()
              .get(new JceKeyAgreeRecipientId(certificate));
      if (recipient == null) {
        return Optional.empty();
      }
      byte[] contentKey =
          recipient.getContent(
              new JceKeyAgreeEnvelopedRecipient(source.key()).setProvider(BouncyCastle.PROVIDER));
      return Optional.of(contentKey);
    } catch (CMSException | RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      throw new KeyRingException("the wrapped key is damaged: " + e.getMessage(), e);
    }
  }
}
