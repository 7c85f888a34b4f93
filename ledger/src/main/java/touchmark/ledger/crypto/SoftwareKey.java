package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A P-256 key in this process's memory.
final class SoftwareKey implements SigningKey {
  private final ECPrivateKeyParameters key;
  private final Bytes certificate;
  private final CertificateHash certificateHash;

  SoftwareKey(PrivateKey key, Bytes certificate) {
    this.key = parameters(key);
    this.certificate = certificate;
    this.certificateHash = Hashing.certificate(certificate);
  }

  static ECPrivateKeyParameters parameters(PrivateKey key) {
    try {
      if (PrivateKeyFactory.createKey(key.getEncoded()) instanceof ECPrivateKeyParameters ec) {
        return ec;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the private key cannot be read", e);
    }
    throw new IllegalArgumentException("a P-256 key is expected, not " + key.getAlgorithm());
  }

  @Override
  public Bytes certificate() {
    return certificate;
  }

  @Override
  public CertificateHash certificateHash() {
    return certificateHash;
  }

  @Override
  public Bytes sign(byte[] message) {
    return Bytes.of(Ecdsa.sign(key, message));
  }
}
