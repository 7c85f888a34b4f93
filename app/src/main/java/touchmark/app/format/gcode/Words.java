package touchmark.app.format.gcode;

/// The words of one command line: a letter and a number each. Letters that are no word, checksums
/// and text in parentheses are passed over.
final class Words {
  private static final int MOST_G = 8;

  private final DecimalReader number = new DecimalReader();
  private final double[] values = new double[26];
  private final int[] gCodes = new int[MOST_G];
  private int gCount;
  private int present;
  private int bare;
  private int comment;

  /// Reads a line from `from` on.
  void read(byte[] bytes, int from, int to) {
    present = 0;
    bare = 0;
    gCount = 0;
    comment = -1;
    int at = from;
    while (at < to) {
      int c = bytes[at];
      int letter = (c | 0x20) - 'a';
      if (c <= ' ') {
        at++;
      } else if (letter >= 0 && letter < 26) {
        at = word(letter, bytes, at + 1, to);
      } else if (c == ';') {
        comment = at + 1;
        return;
      } else if (c == '(') {
        while (at < to && bytes[at] != ')') {
          at++;
        }
      } else {
        at++;
      }
    }
  }

  private int word(int letter, byte[] bytes, int from, int to) {
    double value = number.read(bytes, from, to);
    if (!number.found()) {
      bare |= 1 << letter;
      return from;
    }
    if (letter == 'g' - 'a') {
      if (gCount < MOST_G && value < 10_000) {
        gCodes[gCount++] = (int) Math.round(value * 10);
      }
    } else {
      values[letter] = value;
      present |= 1 << letter;
    }
    return number.end();
  }

  /// How many G words.
  int gCount() {
    return gCount;
  }

  /// A G word, times ten: 10 for `G1`, 921 for `G92.1`.
  int g(int index) {
    return gCodes[index];
  }

  boolean has(char letter) {
    return (present & 1 << (letter - 'A')) != 0;
  }

  /// With or without a number.
  boolean names(char letter) {
    return ((present | bare) & 1 << (letter - 'A')) != 0;
  }

  double value(char letter) {
    return values[letter - 'A'];
  }

  double valueOr(char letter, double otherwise) {
    return has(letter) ? values[letter - 'A'] : otherwise;
  }

  /// Where the comment begins, after its semicolon; -1 without one.
  int comment() {
    return comment;
  }
}
