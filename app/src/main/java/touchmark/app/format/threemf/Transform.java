package touchmark.app.format.threemf;

import java.util.Optional;

/// An affine map in the order of a 3MF `transform` attribute: three rows of three and the
/// translation; points are row vectors [3MF Core 3.3].
final class Transform {
  private static final int NUMBERS = 12;

  static final Transform IDENTITY =
      new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});

  private final double[] m;

  private Transform(double[] m) {
    this.m = m;
  }

  /// Reads twelve finite numbers; empty when the text is anything else.
  static Optional<Transform> parse(String text) {
    String[] words = text.strip().split("\\s+", NUMBERS + 1);
    if (words.length != NUMBERS) {
      return Optional.empty();
    }
    double[] numbers = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new Transform(numbers));
  }

  /// This one first and the other after it.
  Transform then(Transform other) {
    double[] product = new double[NUMBERS];
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        double sum = row == 3 ? other.m[9 + column] : 0;
        for (int k = 0; k < 3; k++) {
          sum += m[3 * row + k] * other.m[3 * k + column];
        }
        product[3 * row + column] = sum;
      }
    }
    return new Transform(product);
  }

  /// One coordinate of the image of a point.
  float apply(int axis, double x, double y, double z) {
    return (float) (x * m[axis] + y * m[3 + axis] + z * m[6 + axis] + m[9 + axis]);
  }

  /// Whether it turns a right hand into a left one.
  boolean mirrors() {
    double determinant =
        m[0] * (m[4] * m[8] - m[5] * m[7])
            - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6]);
    return determinant < 0;
  }
}
