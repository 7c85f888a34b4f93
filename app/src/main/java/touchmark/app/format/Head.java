package touchmark.app.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How a file begins, to tell what it is.
public final class Head {
  /// Most bytes of a head.
  public static final int LENGTH = 64 * 1024;

  private final byte[] bytes;
  private final long size;
  private final String name;

  /// @param bytes the first [#LENGTH] bytes of the file, or all of a shorter one
  /// @param size of the whole file, bytes
  /// @param name the last part of its path
  public Head(byte[] bytes, long size, String name) {
    if (bytes.length > LENGTH || bytes.length > size) {
      throw new IllegalArgumentException("a head is no longer than its file and " + LENGTH);
    }
    this.bytes = bytes.clone();
    this.size = size;
    this.name = name;
  }

  /// How many bytes the head has.
  public int length() {
    return bytes.length;
  }

  /// The byte at a place before [#length()], 0 to 255.
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /// The little-endian unsigned 32-bit number at a place.
  public long unsignedIntAt(int index) {
    return at(index) | at(index + 1) << 8 | at(index + 2) << 16 | (long) at(index + 3) << 24;
  }

  /// Whether the bytes at a place are these characters, one byte each.
  public boolean hasAt(int index, String latin1) {
    if (index + latin1.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if (at(index + i) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The head as text, one character for each byte (ISO 8859-1), so that no byte is lost.
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// The text from its first line that is neither blank nor a comment, without the blanks before;
  /// empty when there is none.
  ///
  /// @param marks each character of it begins a comment
  public CharSequence fromFirstLine(String marks) {
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] > ' ' && marks.indexOf(bytes[at]) >= 0) {
        while (at < bytes.length && bytes[at] != '\n') {
          at++;
        }
      } else if (bytes[at] < 0 || bytes[at] > ' ') {
        return new String(bytes, at, bytes.length - at, StandardCharsets.ISO_8859_1);
      } else {
        at++;
      }
    }
    return "";
  }

  /// Whether it looks like text: no NUL and no control character but white space.
  public boolean isText() {
    for (byte value : bytes) {
      int character = value & 0xFF;
      boolean blank = character >= 9 && character <= 13;
      if (character < 32 && !blank && character != 0x1A && character != 0x1B) {
        return false;
      }
    }
    return bytes.length > 0;
  }

  /// Size of the whole file, bytes.
  public long size() {
    return size;
  }

  /// Whether the file's name ends so, whatever the case. Breaks ties only.
  public boolean isNamed(String suffix) {
    return name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
  }
}
