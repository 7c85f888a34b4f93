package touchmark.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/// Makes key pairs.
final class KeyMaker {
  private KeyMaker() {}

  static KeyPair of(KeyAlgorithm algorithm) {
    return switch (algorithm) {
      case P256 -> p256();
      case ED25519 -> ed25519();
      case RSA, ML_DSA_65 ->
          throw new IllegalArgumentException(algorithm + " keys are not made here");
    };
  }

  static KeyPair p256() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
      generator.initialize(new ECGenParameterSpec("P-256"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle makes P-256 keys", e);
    }
  }

  /// The platform's own, which its PKCS#12 store reads back in the same form.
  private static KeyPair ed25519() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 makes Ed25519 keys", e);
    }
  }
}
