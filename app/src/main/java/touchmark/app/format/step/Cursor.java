package touchmark.app.format.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Walks the text of one statement, without blanks. What stands there is not what should: [Unfit],
/// whose place the caller knows.
final class Cursor {
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 1 << 20;
  private static final int LONGEST_NUMBER = 64;
  private static final int FAST_DIGITS = 15;
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final byte[] bytes;
  private int at;
  private final int end;
  private int values;

  /// What a statement should say and what it says.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final String expected;
    private final String found;

    Unfit(String expected, String found) {
      super("expected " + expected + ", found " + found);
      this.expected = expected;
      this.found = found;
    }

    String expected() {
      return expected;
    }

    String found() {
      return found;
    }
  }

  Cursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /// The next character; 0 at the end.
  char peek() {
    return at < end ? (char) (bytes[at] & 0xFF) : 0;
  }

  /// Passes over a character that must be there.
  void expect(char character) throws Unfit {
    if (peek() != character) {
      throw new Unfit("'" + character + "'", shown());
    }
    at++;
  }

  /// Passes over a character if it is there.
  boolean skip(char character) {
    if (at < end && bytes[at] == character) {
      at++;
      return true;
    }
    return false;
  }

  /// A keyword, in upper case.
  String keyword() throws Unfit {
    int from = at;
    while (at < end && isOfKeyword(bytes[at])) {
      at++;
    }
    if (from == at) {
      throw new Unfit("a keyword", shown());
    }
    return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
  }

  /// `#123`, at most 18 digits.
  long reference() throws Unfit {
    expect('#');
    int from = at;
    long name = 0;
    while (at < end && isDigit(bytes[at])) {
      name = name * 10 + bytes[at] - '0';
      at++;
      if (at - from > 18) {
        throw new Unfit("an instance name of at most 18 digits", "a longer one");
      }
    }
    if (from == at) {
      throw new Unfit("an instance name", shown());
    }
    return name;
  }

  /// An integer or a real, finite.
  double number() throws Unfit {
    int from = at;
    boolean negative = skip('-');
    if (!negative) {
      skip('+');
    }
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    while (at < end && (isDigit(bytes[at]) || (bytes[at] == '.' && !point))) {
      if (bytes[at] == '.') {
        point = true;
      } else {
        digits = count < FAST_DIGITS ? digits * 10 + bytes[at] - '0' : digits;
        count++;
        decimals += point ? 1 : 0;
      }
      at++;
    }
    boolean plain = at == end || (bytes[at] | 0x20) != 'e';
    if (plain && count > 0 && count <= FAST_DIGITS) {
      double value = digits / TENS[decimals];
      return negative ? -value : value;
    }
    return slowNumber(from);
  }

  private double slowNumber(int from) throws Unfit {
    while (at < end && (isDigit(bytes[at]) || "+-.eE".indexOf(bytes[at]) >= 0)) {
      at++;
    }
    String text =
        new String(bytes, from, Math.min(at - from, LONGEST_NUMBER), StandardCharsets.ISO_8859_1);
    if (at == from || at - from > LONGEST_NUMBER) {
      at = from;
      throw new Unfit("a number", shown());
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new Unfit("a number", "\"" + text + "\"");
    }
    throw new Unfit("a finite number", "\"" + text + "\"");
  }

  /// A whole number that fits an `int` and is not negative.
  int count() throws Unfit {
    double value = number();
    if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
      throw new Unfit("a whole number", Double.toString(value));
    }
    return (int) value;
  }

  /// The parameters in brackets.
  List<StepValue> parameters() throws Unfit {
    return list(0);
  }

  private List<StepValue> list(int depth) throws Unfit {
    if (depth == DEEPEST) {
      throw new Unfit("lists at most " + DEEPEST + " deep", "a deeper one");
    }
    expect('(');
    List<StepValue> items = new ArrayList<>();
    if (skip(')')) {
      return items;
    }
    do {
      items.add(value(depth + 1));
    } while (skip(','));
    expect(')');
    return items;
  }

  private StepValue value(int depth) throws Unfit {
    values++;
    if (values > MOST_VALUES) {
      throw new Unfit("at most " + MOST_VALUES + " values in this instance", "more");
    }
    char next = peek();
    return switch (next) {
      case '#' -> new StepValue.Reference(reference());
      case '\'' -> new StepValue.Text(text());
      case '(' -> new StepValue.Items(list(depth));
      case '.' -> new StepValue.Word(word());
      case '$', '*', '"', '@', '<' -> {
        skipValue();
        yield StepValue.ABSENT;
      }
      default ->
          isDigit((byte) next) || next == '-' || next == '+'
              ? new StepValue.Real(number())
              : new StepValue.Typed(keyword(), list(depth));
    };
  }

  /// A string, decoded.
  String text() throws Unfit {
    expect('\'');
    int from = at;
    while (at < end) {
      if (bytes[at] == '\'') {
        if (at + 1 < end && bytes[at + 1] == '\'') {
          at++;
        } else {
          at++;
          return StepString.decode(bytes, from, at - 1);
        }
      }
      at++;
    }
    throw new Unfit("the end of a string", "none");
  }

  private String word() throws Unfit {
    expect('.');
    String word = keyword();
    expect('.');
    return word;
  }

  /// Passes over one value of any kind.
  void skipValue() throws Unfit {
    int open = 0;
    while (at < end) {
      byte next = bytes[at];
      if (open == 0 && (next == ',' || next == ')')) {
        return;
      }
      at++;
      if (next == '(') {
        open++;
      } else if (next == ')') {
        open--;
      } else if (next == '\'' || next == '"') {
        skipQuoted(next);
      }
    }
    throw new Unfit("',' or ')' after a value", "the end of the instance");
  }

  private void skipQuoted(byte quote) {
    while (at < end && bytes[at] != quote) {
      at++;
    }
    at++;
  }

  /// How many bytes are left.
  int left() {
    return end - at;
  }

  /// Whether nothing is left.
  boolean ended() {
    return at >= end;
  }

  private String shown() {
    if (ended()) {
      return "the end of the instance";
    }
    int longest = 24;
    return "\""
        + new String(bytes, at, Math.min(longest, end - at), StandardCharsets.ISO_8859_1)
            .replaceAll("\\p{Cntrl}", "?")
        + "\"";
  }

  static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  static boolean isOfKeyword(byte value) {
    int lower = value | 0x20;
    return (lower >= 'a' && lower <= 'z') || isDigit(value) || value == '_' || value == '!';
  }
}
