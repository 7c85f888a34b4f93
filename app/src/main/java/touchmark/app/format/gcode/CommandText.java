package touchmark.app.format.gcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Keeps command lines as bytes, cheaply, up to a bound; most are dropped again.
final class CommandText {
  private static final int MOST = 64 * 1024;
  private static final int LONGEST = 500;

  private byte[] bytes = new byte[4096];
  private int length;

  /// Keeps a line, without its comment. Beyond the bound nothing more is kept.
  void add(byte[] line, int from, int to) {
    int end = from;
    int most = Math.min(to, from + LONGEST);
    while (end < most && line[end] != ';') {
      end++;
    }
    while (end > from && line[end - 1] <= ' ') {
      end--;
    }
    int count = end - from;
    if (count == 0 || length + count + 1 > MOST) {
      return;
    }
    if (length + count + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count + 1));
    }
    System.arraycopy(line, from, bytes, length, count);
    length += count;
    bytes[length++] = '\n';
  }

  /// How much there is, to be cut back to later.
  int length() {
    return length;
  }

  void cut(int to) {
    length = Math.min(length, to);
  }

  List<String> lines() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
  }
}
