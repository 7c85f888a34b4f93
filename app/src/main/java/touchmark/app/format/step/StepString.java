package touchmark.app.format.step;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Decodes strings [ISO 10303-21 6.4.3]: `''`, `\\`, `\S\`, `\P.\`, `\X\`, `\X2\` and `\X4\`. What
/// is not a sequence of these stays as it is written.
final class StepString {
  private final String raw;
  private final StringBuilder decoded = new StringBuilder();
  private int at;

  /// The page of `\S\`: Latin-1 unless `\P.\` says another part of ISO 8859.
  private int part = 1;

  private StepString(String raw) {
    this.raw = raw;
  }

  /// Decodes what stands between the quotes.
  static String decode(byte[] bytes, int from, int to) {
    return new StepString(characters(bytes, from, to)).decoded();
  }

  /// UTF-8, as edition 3 allows; Latin-1 where it is none.
  private static String characters(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  private String decoded() {
    while (at < raw.length()) {
      char next = raw.charAt(at);
      if (next == '\'' && raw.startsWith("''", at)) {
        decoded.append('\'');
        at += 2;
      } else if (next != '\\' || !escape()) {
        decoded.append(next);
        at++;
      }
    }
    return decoded.toString();
  }

  private boolean escape() {
    if (raw.startsWith("\\\\", at)) {
      decoded.append('\\');
      at += 2;
      return true;
    }
    if (raw.startsWith("\\S\\", at) && at + 3 < raw.length()) {
      byte[] high = {(byte) (raw.charAt(at + 3) | 0x80)};
      decoded.append(new String(high, Charset.forName("ISO-8859-" + part)));
      at += 4;
      return true;
    }
    if (raw.startsWith("\\P", at) && at + 3 < raw.length() && raw.charAt(at + 3) == '\\') {
      part = Math.clamp(raw.charAt(at + 2) - 'A' + 1L, 1, 9);
      at += 4;
      return true;
    }
    if (raw.startsWith("\\N\\", at) || raw.startsWith("\\F\\", at)) {
      at += 3; // where a printer ends the line
      return true;
    }
    if (raw.startsWith("\\X\\", at)) {
      return hexadecimal(at + 3, at + 5, 2, at + 5);
    }
    if (raw.startsWith("\\X2\\", at)) {
      return run(4);
    }
    return raw.startsWith("\\X4\\", at) && run(8);
  }

  private boolean run(int width) {
    int end = at + 4;
    while (end < raw.length() && Character.digit(raw.charAt(end), 16) >= 0) {
      end++;
    }
    return raw.startsWith("\\X0\\", end)
        && (end - at - 4) % width == 0
        && hexadecimal(at + 4, end, width, end + 4);
  }

  private boolean hexadecimal(int from, int to, int width, int next) {
    if (to > raw.length()) {
      return false;
    }
    StringBuilder characters = new StringBuilder();
    for (int i = from; i < to; i += width) {
      int value = 0;
      for (int digit = i; digit < i + width; digit++) {
        int hex = Character.digit(raw.charAt(digit), 16);
        if (hex < 0 || value > Character.MAX_CODE_POINT) {
          return false;
        }
        value = value * 16 + hex;
      }
      if (!Character.isValidCodePoint(value)) {
        return false;
      }
      if (width == 4) {
        characters.append((char) value); // pairs of surrogates, as many programs write them
      } else {
        characters.appendCodePoint(value);
      }
    }
    decoded.append(characters);
    at = next;
    return true;
  }
}
