package touchmark.ledger.crypto;

import touchmark.ledger.crypto.token.TokenChoice;

/// How a new signing key comes about.
public sealed interface KeyOrigin {
  /// A P-256 key in the key store.
  KeyOrigin DEFAULT = new Made(KeyAlgorithm.P256);

  /// Made by this program, kept in the key store.
  ///
  /// @param algorithm P256 or ED25519; the others are verified, not made
  record Made(KeyAlgorithm algorithm) implements KeyOrigin {
    public Made {
      if (algorithm != KeyAlgorithm.P256 && algorithm != KeyAlgorithm.ED25519) {
        throw new IllegalArgumentException(
            "P256 and ED25519 keys are made; " + algorithm + " signatures are only verified");
      }
    }
  }

  /// Made in a token, which it never leaves; P-256.
  record InToken(TokenChoice token) implements KeyOrigin {}
}
