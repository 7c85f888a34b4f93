package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A P-256 key in this process's memory, from its first signature on: deriving what decrypts it
/// takes time, and most commands sign nothing.
final class SoftwareKey implements SigningKey {
  private final Supplier<PrivateKey> source;
  private final Bytes certificate;
  private final CertificateHash certificateHash;
  // Set by whoever signs first; two who do so at once set the same.
  private volatile @Nullable ECPrivateKeyParameters key;

  SoftwareKey(PrivateKey key, Bytes certificate) {
    this(() -> key, certificate);
  }

  /// @param source asked once, at the first signature
  SoftwareKey(Supplier<PrivateKey> source, Bytes certificate) {
    this.source = source;
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
    ECPrivateKeyParameters mine = key;
    if (mine == null) {
      mine = parameters(source.get());
      key = mine;
    }
    return Bytes.of(Ecdsa.sign(mine, message));
  }
}
