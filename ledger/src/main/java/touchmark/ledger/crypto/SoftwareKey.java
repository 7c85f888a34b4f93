package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A P-256 or Ed25519 key in this process's memory, from its first signature on: deriving what
/// decrypts it takes time, and most commands sign nothing.
final class SoftwareKey implements SigningKey {
  /// The kinds that sign.
  static final Set<KeyAlgorithm> KINDS = EnumSet.of(KeyAlgorithm.P256, KeyAlgorithm.ED25519);

  private final Supplier<PrivateKey> source;
  private final Bytes certificate;
  private final CertificateHash certificateHash;
  private final KeyPlace place;
  // Set by whoever signs first; two who do so at once set the same.
  private volatile @Nullable Signing key;

  SoftwareKey(PrivateKey key, Bytes certificate) {
    this(() -> key, certificate, KeyPlace.HOME);
  }

  /// @param source asked once, at the first signature
  SoftwareKey(Supplier<PrivateKey> source, Bytes certificate, KeyPlace place) {
    this.source = source;
    this.certificate = certificate;
    this.certificateHash = Hashing.certificate(certificate);
    this.place = place;
  }

  /// @throws IllegalArgumentException if the key is of another kind
  static Signing signing(PrivateKey key) {
    return switch (parameters(key)) {
      case ECPrivateKeyParameters ec -> message -> Bytes.of(Ecdsa.sign(ec, message));
      case Ed25519PrivateKeyParameters ed -> message -> Bytes.of(sign(ed, message));
      default ->
          throw new IllegalArgumentException(
              "a P-256 or Ed25519 key is expected, not " + key.getAlgorithm());
    };
  }

  private static byte[] sign(Ed25519PrivateKeyParameters key, byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  private static AsymmetricKeyParameter parameters(PrivateKey key) {
    try {
      return PrivateKeyFactory.createKey(key.getEncoded());
    } catch (IOException e) {
      throw new IllegalArgumentException("the private key cannot be read", e);
    }
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
  public KeyPlace place() {
    return place;
  }

  @Override
  public Bytes sign(byte[] message) {
    Signing mine = key;
    if (mine == null) {
      mine = signing(source.get());
      key = mine;
    }
    return mine.sign(message);
  }
}
