package touchmark.ledger.model;

import java.security.SecureRandom;

/// 256 random bits that keep a short text from being guessed out of its commitment.
public record Salt(Digest bits) {
  /// A fresh one.
  public static Salt random(SecureRandom random) {
    byte[] bits = new byte[Digest.LENGTH];
    random.nextBytes(bits);
    return new Salt(Digest.of(bits));
  }
}
