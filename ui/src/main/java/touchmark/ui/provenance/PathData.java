package touchmark.ui.provenance;

import java.util.Locale;

/// Writes numbers as path data has them, whatever the locale.
final class PathData {
  private PathData() {}

  /// With at most two decimals.
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }

  /// Two numbers.
  static String point(double x, double y) {
    return number(x) + " " + number(y);
  }
}
