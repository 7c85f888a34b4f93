package touchmark.app.mesh;

import java.util.Arrays;

/// A growing list of lines in the plane. Used by one thread.
public final class Lines {
  private double[] ends = new double[64];
  private int count;

  /// Adds a line from one end to the other.
  public void add(double fromX, double fromY, double toX, double toY) {
    if (count + 4 > ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[count] = fromX;
    ends[count + 1] = fromY;
    ends[count + 2] = toX;
    ends[count + 3] = toY;
    count += 4;
  }

  /// x and y of the first and of the second end of each line in turn.
  public double[] ends() {
    return Arrays.copyOf(ends, count);
  }
}
