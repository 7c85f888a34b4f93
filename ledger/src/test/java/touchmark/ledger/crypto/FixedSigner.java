package touchmark.ledger.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// Checkpoint keys out of a text, whose signatures are the same each time: for golden files.
public final class FixedSigner implements CheckpointSigner {
  private final CheckpointKey key;
  private final byte[] seed;
  private final Bytes certificate;

  private FixedSigner(CheckpointKey.Kind kind, byte[] seed, Bytes certificate) {
    this.seed = seed;
    this.certificate = certificate;
    byte[] raw =
        switch (kind) {
          case ED25519 -> {
            byte[] made = new byte[kind.keyLength()];
            Ed25519.generatePublicKey(seed, 0, made, 0);
            yield made;
          }
          case ML_DSA_44 -> mlDsa(seed).getPublicKey();
        };
    this.key = new CheckpointKey(kind, Bytes.of(raw));
  }

  /// A key whose seed is the hash of a text.
  public static FixedSigner of(CheckpointKey.Kind kind, String text) {
    byte[] seed = Hashing.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes();
    return new FixedSigner(kind, seed, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A key of this very seed.
  public static FixedSigner ofSeed(CheckpointKey.Kind kind, byte[] seed) {
    return new FixedSigner(kind, seed.clone(), Bytes.of(new byte[] {0}));
  }

  /// All three keys of a validator.
  public static CheckpointKeys keys(ResourceId organization) {
    return new CheckpointKeys(
        organization,
        of(CheckpointKey.Kind.ED25519, organization + " log"),
        of(CheckpointKey.Kind.ED25519, organization + " cosigner"),
        of(CheckpointKey.Kind.ML_DSA_44, organization + " quantum-safe"));
  }

  private static MLDSAPrivateKeyParameters mlDsa(byte[] seed) {
    MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
    generator.init(new MLDSAKeyGenerationParameters(new SeedOnly(seed), MLDSAParameters.ml_dsa_44));
    return (MLDSAPrivateKeyParameters) generator.generateKeyPair().getPrivate();
  }

  /// Gives the seed to whoever asks for randomness to make a key of.
  private static final class SeedOnly extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    SeedOnly(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("a seed has " + seed.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }

  @Override
  public CheckpointKey key() {
    return key;
  }

  @Override
  public Bytes certificate() {
    return certificate;
  }

  @Override
  public Bytes sign(byte[] message) {
    return switch (key.kind()) {
      case ED25519 -> {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        yield Bytes.of(signature);
      }
      case ML_DSA_44 -> {
        try {
          MLDSASigner signer = new MLDSASigner();
          signer.init(true, mlDsa(seed));
          signer.update(message, 0, message.length);
          yield Bytes.of(signer.generateSignature());
        } catch (CryptoException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  @Override
  public String toString() {
    return "fixed " + key.kind() + " " + Arrays.hashCode(seed);
  }
}
