package touchmark.app.format.step;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import touchmark.app.format.FormatException;
import touchmark.ledger.Progress;

/// Cuts an exchange structure into its statements, which end with a semicolon, streaming. Comments,
/// and blanks outside strings, are left out [ISO 10303-21 5.6].
///
/// Holds one statement at a time.
final class Statements {
  /// Most bytes of a statement: a list of ten million points fits.
  static final int LONGEST = 256 << 20;

  private final Path file;
  private final InputStream in;
  private final long size;
  private final Progress progress;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private long passed;
  private long line = 1;

  private byte[] text = new byte[1024];
  private int length;
  private long startLine = 1;

  /// @param size of the file, bytes, for the progress
  Statements(Path file, InputStream in, long size, Progress progress) {
    this.file = file;
    this.in = in;
    this.size = size;
    this.progress = progress;
  }

  /// Goes to the next statement.
  ///
  /// @return false where only blanks and comments are left
  boolean next() throws FormatException, IOException {
    length = 0;
    for (int value = read(); value >= 0; value = read()) {
      if (value == ';') {
        return true;
      }
      if (value == '/' && peek() == '*') {
        skipComment();
      } else if (value > ' ') {
        if (length == 0) {
          startLine = line;
        }
        put((byte) value);
        if (value == '\'' || value == '"') {
          quoted(value);
        }
      }
    }
    if (length > 0) {
      throw problem("a ';' after \"" + shown() + "\"", "the end of the file");
    }
    return false;
  }

  /// Whether the statement is this word.
  boolean is(String word) {
    return length == word.length() && startsWith(word);
  }

  /// Whether the statement begins so.
  boolean startsWith(String beginning) {
    if (length < beginning.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      if (text[i] != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the statement ends so.
  boolean endsWith(String ending) {
    int from = length - ending.length();
    return from >= 0
        && ending.equals(new String(text, from, ending.length(), StandardCharsets.ISO_8859_1));
  }

  /// The statement without its semicolon, valid up to [#length()] until the next.
  byte[] bytes() {
    return text;
  }

  /// Of the statement, bytes.
  int length() {
    return length;
  }

  /// Passes over blanks and tells whether a statement that begins so comes next.
  boolean comesNext(String word) throws IOException {
    while (peek() >= 0 && peek() <= ' ') {
      read();
    }
    if (end - at < word.length()) {
      refill();
    }
    if (end - at < word.length()) {
      return false;
    }
    return word.equals(new String(buffer, at, word.length(), StandardCharsets.ISO_8859_1));
  }

  /// Passes over all that is left.
  ///
  /// @return how many bytes that were
  long drain() throws IOException {
    long count = 0;
    while (peek() >= 0) {
      count += end - at;
      at = end;
    }
    return count;
  }

  /// A problem with this statement.
  FormatException problem(String expected, String found) {
    return new FormatException(file, "line " + startLine, expected, found);
  }

  /// The beginning of the statement, for messages.
  String shown() {
    int longest = 40;
    String beginning =
        new String(text, 0, Math.min(length, longest), StandardCharsets.ISO_8859_1)
            .replaceAll("\\p{Cntrl}", "?");
    return length > longest ? beginning + "..." : beginning;
  }

  private void quoted(int quote) throws FormatException, IOException {
    int value = read();
    while (value != quote) {
      if (value < 0) {
        throw problem("the end of a string", "the end of the file");
      }
      // a string may go on over lines; the line ends are not part of it
      if (value >= ' ') {
        put((byte) value);
      }
      value = read();
    }
    put((byte) quote);
  }

  private void skipComment() throws FormatException, IOException {
    read();
    int before = 0;
    for (int value = read(); before != '*' || value != '/'; value = read()) {
      if (value < 0) {
        throw new FormatException(
            file, "line " + line, "the end of a comment", "the end of the file");
      }
      before = value;
    }
  }

  private void put(byte value) throws FormatException {
    if (length == text.length) {
      if (length >= LONGEST) {
        throw problem("statements of at most " + LONGEST + " bytes", "a longer one");
      }
      text = Arrays.copyOf(text, Math.min(LONGEST, 2 * length));
    }
    text[length++] = value;
  }

  private int read() throws IOException {
    int value = peek();
    if (value >= 0) {
      at++;
      if (value == '\n') {
        line++;
      }
    }
    return value;
  }

  private int peek() throws IOException {
    if (at == end) {
      passed += end;
      progress.reached(passed, size);
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return at < end ? buffer[at] & 0xFF : -1;
  }

  private void refill() throws IOException {
    int left = end - at;
    System.arraycopy(buffer, at, buffer, 0, left);
    passed += at;
    at = 0;
    end = left + in.readNBytes(buffer, left, buffer.length - left);
  }
}
