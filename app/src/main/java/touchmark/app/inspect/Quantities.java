package touchmark.app.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;

/// Writes numbers with their units for sentences: one decimal, more for small ones.
public final class Quantities {
  private static final double SMALL = 1;
  private static final double TINY = 1e-6;
  private static final double HUGE = 1e9;

  private Quantities() {}

  /// `12.5 mm`.
  public static String length(double value, LengthUnit unit) {
    return number(value) + " " + unit.symbol();
  }

  /// `12.5 mm²`.
  public static String area(double value, LengthUnit unit) {
    return length(value, unit) + "²";
  }

  /// `12.5 mm³`.
  public static String volume(double value, LengthUnit unit) {
    return length(value, unit) + "³";
  }

  /// The middle of a box, `(12.0, 8.0, 5.0)`.
  public static String place(Box box) {
    return place(box.centreX(), box.centreY(), box.centreZ());
  }

  /// `(12.0, 8.0, 5.0)`.
  public static String place(double x, double y, double z) {
    return "(" + number(x) + ", " + number(y) + ", " + number(z) + ")";
  }

  /// `10.0 x 20.0 x 30.0 mm`.
  public static String size(Box box, LengthUnit unit) {
    return number(box.sizeX()) + " x " + number(box.sizeY()) + " x " + length(box.sizeZ(), unit);
  }

  /// `1 shell`, `2 shells`.
  public static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /// Six significant digits, for measured values.
  public static String exact(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value)
            .round(new MathContext(6, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        : Double.toString(value);
  }

  /// One decimal; two significant digits below 1.
  public static String number(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0.0";
    }
    if (size < TINY || size >= HUGE) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    if (size < SMALL) {
      String rounded =
          new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN)).toPlainString();
      return rounded.equals("1") || rounded.equals("-1") ? rounded + ".0" : rounded;
    }
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
