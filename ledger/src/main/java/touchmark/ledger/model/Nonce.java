package touchmark.ledger.model;

import java.security.SecureRandom;
import java.util.HexFormat;

/// 128 random bits, so that two statements of the same words have different names.
public record Nonce(long high, long low) {
  /// A fresh one.
  public static Nonce random(SecureRandom random) {
    return new Nonce(random.nextLong(), random.nextLong());
  }

  /// Reads 32 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static Nonce parse(String hex) {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("a nonce has 32 hexadecimal digits, not " + hex.length());
    }
    return new Nonce(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  /// 32 lower-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
