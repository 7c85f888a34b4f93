package touchmark.app.format.gcode;

import java.nio.charset.StandardCharsets;

/// Reads decimal numbers as G-code has them (a sign, digits, a point; never an exponent, because
/// `E` is an axis) straight from bytes, to the same double as [Double#parseDouble(String)].
final class DecimalReader {
  /// Up to here a long is exactly a double.
  private static final long EXACT = 1L << 53;

  private static final int MOST_DIGITS = 18;

  /// Powers of ten that are exactly doubles: one division rounds once, so the result is correct [W.
  /// Clinger, How to read floating point numbers accurately, 1990].
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private int end;
  private boolean found;

  /// Reads the number that begins at `from`, after spaces. Then [#found()] tells whether there is
  /// one and [#end()] where it ends.
  double read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    int start = at;
    boolean negative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      negative = bytes[at] == '-';
      at++;
    }
    long mantissa = 0;
    int significant = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (point) {
          decimals++;
        }
        if (significant > 0 || digit > 0) {
          significant++;
        }
        if (significant <= MOST_DIGITS) {
          mantissa = mantissa * 10 + digit;
        }
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    found = digits > 0;
    end = found ? at : from;
    if (!found) {
      return 0;
    }
    if (significant > MOST_DIGITS || mantissa > EXACT || decimals >= POWERS.length) {
      return Double.parseDouble(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
    }
    double value = mantissa / POWERS[decimals];
    return negative ? -value : value;
  }

  boolean found() {
    return found;
  }

  int end() {
    return end;
  }
}
