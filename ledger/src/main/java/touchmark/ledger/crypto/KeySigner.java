package touchmark.ledger.crypto;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;

/// Signs certificates and requests as everything else is signed, wherever the key lives.
final class KeySigner implements ContentSigner {
  private final AlgorithmIdentifier algorithm;
  private final Signing signing;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  /// @throws BadCertificateException if the key is of no accepted kind
  KeySigner(PublicKey publicKey, Signing signing) throws BadCertificateException {
    this.algorithm =
        new AlgorithmIdentifier(
            KeyAlgorithm.of(SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()))
                .signatureIdentifier());
    this.signing = signing;
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
    return signing.sign(message.toByteArray()).toArray();
  }
}
