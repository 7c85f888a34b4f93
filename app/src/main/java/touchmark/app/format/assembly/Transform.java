package touchmark.app.format.assembly;

import java.util.Optional;

/// An affine map in the order of a 3MF `transform` attribute: three rows of three and the
/// translation; points are row vectors [3MF Core 3.3].
public final class Transform {
  private static final int NUMBERS = 12;

  /// Leaves everything where it is.
  public static final Transform IDENTITY =
      new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});

  private final double[] m;

  private Transform(double[] m) {
    this.m = m;
  }

  /// Reads twelve finite numbers; empty when the text is anything else.
  public static Optional<Transform> parse(String text) {
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

  /// Moves.
  ///
  /// @param x how far, finite
  public static Transform translation(double x, double y, double z) {
    return new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, x, y, z});
  }

  /// Makes everything larger or smaller.
  ///
  /// @param factor finite
  public static Transform scaling(double factor) {
    return new Transform(new double[] {factor, 0, 0, 0, factor, 0, 0, 0, factor, 0, 0, 0});
  }

  /// Turns about an axis, counter-clockwise for who looks along it from its tip.
  ///
  /// @param axis 0 for x, 1 for y, 2 for z
  /// @param degrees finite
  public static Transform rotation(int axis, double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    int next = (axis + 1) % 3;
    int last = (axis + 2) % 3;
    double[] m = new double[NUMBERS];
    m[4 * axis] = 1;
    m[4 * next] = cosine;
    m[3 * next + last] = sine;
    m[3 * last + next] = -sine;
    m[4 * last] = cosine;
    return new Transform(m);
  }

  /// This one first and the other after it.
  public Transform then(Transform other) {
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
  public float apply(int axis, double x, double y, double z) {
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
