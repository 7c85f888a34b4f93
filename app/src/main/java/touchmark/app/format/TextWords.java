package touchmark.app.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import touchmark.ledger.Progress;

/// Splits a text into words, streaming, and knows the line of each: for formats that are lists of
/// words and numbers.
public final class TextWords {
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_NAME = 200;
  private static final int FAST_DIGITS = 15;
  private static final double[] TENS = new double[23];

  static {
    double ten = 1;
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = ten;
      ten *= 10;
    }
  }

  private final Source source;
  private final Progress progress;
  private final InputStream stream;
  private final byte[] buffer = new byte[64 * 1024];

  /// The next byte that was not looked at, and the end of what was read.
  private int at;

  private int end;
  private long passed;

  /// Where the word stands in the buffer.
  private int wordAt;

  private int length;
  private long line = 1;
  private long wordLine = 1;
  private int integer;

  /// Positioned on the first word.
  public TextWords(Source source, Progress progress) throws FormatException, IOException {
    this.source = source;
    this.progress = progress;
    this.stream = source.stream();
    next();
  }

  /// Positioned before the first word after a header.
  ///
  /// @param header bytes
  /// @param headerLines how many lines these are
  public TextWords(Source source, Progress progress, int header, int headerLines)
      throws IOException {
    this.source = source;
    this.progress = progress;
    this.stream = source.stream();
    this.line = headerLines + 1L;
    this.wordLine = headerLines;
    stream.skipNBytes(header);
    passed = header;
  }

  /// Goes to the next word; at the end of the file there is none.
  public void next() throws FormatException, IOException {
    skipBlanks();
    wordLine = line;
    wordAt = at;
    length = 0;
    if (at == end) {
      return;
    }
    int i = at;
    while (isOfWord(buffer[i])) {
      i++;
      if (i == end) {
        length = i - wordAt;
        at = i;
        checkLength();
        if (!fill()) {
          return;
        }
        i = at;
      }
    }
    length = i - wordAt;
    at = i;
    checkLength();
  }

  private void skipBlanks() throws IOException {
    length = 0;
    while (at < end || fill()) {
      int i = at;
      int stop = end;
      while (i < stop && !isOfWord(buffer[i])) {
        if (buffer[i] == '\n') {
          line++;
        }
        i++;
      }
      at = i;
      if (i < stop) {
        return;
      }
    }
  }

  private void checkLength() throws FormatException {
    if (length > LONGEST_WORD) {
      length = LONGEST_WORD;
      throw problem("a word of at most " + LONGEST_WORD + " characters", "a longer one");
    }
  }

  private static boolean isOfWord(byte value) {
    return value > ' ' || value < 0;
  }

  /// Goes to the next word of this line; at the end of the line there is none, and [#next()] goes
  /// on with the next line.
  ///
  /// @return whether there is a word
  public boolean nextOnLine() throws FormatException, IOException {
    int value = peek();
    while (value >= 0 && value <= ' ' && !isLineEnd(value)) {
      at++;
      value = peek();
    }
    if (isLineEnd(value)) {
      length = 0;
      wordLine = line;
      return false;
    }
    next();
    return !ended();
  }

  /// Passes over the rest of this line.
  public void skipLine() throws IOException {
    for (int value = peek(); value >= 0 && !isLineEnd(value); value = peek()) {
      at++;
    }
  }

  private static boolean isLineEnd(int value) {
    return value == '\n' || value == '\r';
  }

  /// Whether the file, or the line with [#nextOnLine()], ended before another word.
  public boolean ended() {
    return length == 0;
  }

  /// Whether the word is this one, in any case.
  public boolean is(String lowerCase) {
    if (length != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int letter = buffer[wordAt + i];
      if (letter >= 'A' && letter <= 'Z') {
        letter += 'a' - 'A';
      }
      if (letter != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The word in lower case.
  public String word() {
    return text().toLowerCase(Locale.ROOT);
  }

  /// The line of the word, counted from 1.
  public long line() {
    return wordLine;
  }

  /// What follows the word on its line, at most 200 characters of it, without the blanks around.
  public String restOfLine() throws IOException {
    byte[] rest = new byte[LONGEST_NAME];
    int count = 0;
    for (int value = peek(); value >= 0 && !isLineEnd(value); value = peek()) {
      if (count < LONGEST_NAME) {
        rest[count++] = (byte) value;
      }
      at++;
    }
    return new String(rest, 0, count, StandardCharsets.UTF_8).strip();
  }

  /// How long the word is, bytes.
  public int length() {
    return length;
  }

  /// A byte of the word.
  public byte at(int index) {
    return buffer[wordAt + index];
  }

  /// The word as a whole number.
  public int integer() throws FormatException {
    int end = integerEnd(0);
    if (end < length) {
      throw problem("a whole number", shown());
    }
    return integer;
  }

  /// Reads a whole number that begins at a place of the word; [#lastInteger()] is its value.
  ///
  /// @return where it ends
  public int integerEnd(int from) throws FormatException {
    int i = from;
    boolean negative = i < length && buffer[wordAt + i] == '-';
    if (negative) {
      i++;
    }
    int digitsFrom = i;
    long value = 0;
    while (i < length && isDigit(buffer[wordAt + i])) {
      value = Math.min(value * 10 + buffer[wordAt + i] - '0', 1L << 32);
      i++;
    }
    if (i == digitsFrom || value > Integer.MAX_VALUE) {
      throw problem("a whole number below 2147483648", shown());
    }
    integer = (int) (negative ? -value : value);
    return i;
  }

  /// What [#integerEnd(int)] read.
  public int lastInteger() {
    return integer;
  }

  /// The word as a finite number.
  public float number() throws FormatException {
    byte[] bytes = buffer;
    int i = wordAt;
    int stop = wordAt + length;
    boolean negative = i < stop && bytes[i] == '-';
    if (negative || (i < stop && bytes[i] == '+')) {
      i++;
    }
    int digitsFrom = i;
    long digits = 0;
    while (i < stop && isDigit(bytes[i])) {
      digits = digits * 10 + bytes[i] - '0';
      i++;
    }
    int count = i - digitsFrom;
    int scale = 0;
    if (i < stop && bytes[i] == '.') {
      i++;
      int fractionFrom = i;
      while (i < stop && isDigit(bytes[i])) {
        digits = digits * 10 + bytes[i] - '0';
        i++;
      }
      scale = fractionFrom - i;
      count -= scale;
    }
    if (count == 0) {
      throw problem("a number", shown());
    }
    if (i < stop) {
      scale += exponent(i - wordAt);
    }
    if (count > FAST_DIGITS || Math.abs(scale) >= TENS.length) {
      return slowNumber();
    }
    // Both are exact, so that the quotient or product is rounded once.
    double value = scale < 0 ? digits / TENS[-scale] : digits * TENS[scale];
    return finite((float) (negative ? -value : value));
  }

  /// The exponent that begins at a place of the word, or one so large that the slow way decides.
  private int exponent(int from) throws FormatException {
    int i = from;
    if (buffer[wordAt + i] != 'e' && buffer[wordAt + i] != 'E') {
      throw problem("a number", shown());
    }
    i++;
    boolean negative = false;
    if (i < length && (buffer[wordAt + i] == '-' || buffer[wordAt + i] == '+')) {
      negative = buffer[wordAt + i] == '-';
      i++;
    }
    int digitsFrom = i;
    int exponent = 0;
    while (i < length && isDigit(buffer[wordAt + i])) {
      exponent = Math.min(10_000, exponent * 10 + buffer[wordAt + i] - '0');
      i++;
    }
    if (i == digitsFrom || i < length) {
      throw problem("a number", shown());
    }
    return negative ? -exponent : exponent;
  }

  private float slowNumber() throws FormatException {
    for (int i = 0; i < length; i++) {
      if (!isDigit(buffer[wordAt + i]) && "+-.eE".indexOf(buffer[wordAt + i]) < 0) {
        throw problem("a number", shown());
      }
    }
    try {
      return finite(Float.parseFloat(text()));
    } catch (NumberFormatException e) {
      throw new FormatException(source.path(), "line " + wordLine, "a number", shown(), e);
    }
  }

  private float finite(float value) throws FormatException {
    if (!Float.isFinite(value)) {
      throw problem("a finite coordinate", shown());
    }
    return value;
  }

  /// What stands where something else should.
  public String shown() {
    return ended() ? "the end of the file" : "\"" + text() + "\"";
  }

  /// A problem with this word.
  public FormatException problem(String expected, String found) {
    return new FormatException(source.path(), "line " + wordLine, expected, found);
  }

  private String text() {
    return new String(buffer, wordAt, length, StandardCharsets.UTF_8);
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xFF : -1;
  }

  /// Reads more behind the word, which is kept.
  ///
  /// @return false at the end of the file
  private boolean fill() throws IOException {
    System.arraycopy(buffer, wordAt, buffer, 0, length);
    wordAt = 0;
    at = length;
    end = length;
    int count = stream.read(buffer, length, buffer.length - length);
    passed += Math.max(0, count);
    end += Math.max(0, count);
    progress.reached(passed, source.size());
    return count > 0;
  }
}
