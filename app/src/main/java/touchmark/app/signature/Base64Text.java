package touchmark.app.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Base64 as files hold it [RFC 4648 4]: broken over lines, strict otherwise.
public final class Base64Text {
  private static final int LINE = 64;

  private Base64Text() {}

  /// The bytes that a text stands for; empty when it is not base64.
  ///
  /// @param text white space in it is skipped
  public static Optional<byte[]> decode(byte[] text) {
    byte[] dense = new byte[text.length];
    int length = 0;
    for (byte character : text) {
      if (character != ' ' && (character < '\t' || character > '\r')) {
        dense[length++] = character;
      }
    }
    try {
      return Optional.of(Base64.getDecoder().decode(Arrays.copyOf(dense, length)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Lines of 64 characters, each begun with a prefix and ended with a line feed.
  public static String lines(byte[] bytes, String prefix) {
    String all = new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < all.length(); at += LINE) {
      lines.append(prefix).append(all, at, Math.min(all.length(), at + LINE)).append('\n');
    }
    return lines.toString();
  }
}
