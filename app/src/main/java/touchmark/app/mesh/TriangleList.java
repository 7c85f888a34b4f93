package touchmark.app.mesh;

import java.util.Arrays;

/// Grows the vertex indices of facets, without boxing.
public final class TriangleList {
  /// Most facets of a mesh: their indices must fit one array.
  public static final int MOST = (Integer.MAX_VALUE - 8) / 3;

  private int[] indices;
  private int length;

  /// @param expected about how many facets there will be
  public TriangleList(int expected) {
    indices = new int[3 * Math.clamp(expected, 8, MOST)];
  }

  /// Adds a facet by its vertices.
  ///
  /// @throws IllegalStateException beyond [#MOST] facets
  public void add(int a, int b, int c) {
    if (length == indices.length) {
      if (length == 3 * MOST) {
        throw new IllegalStateException("a mesh has at most " + MOST + " facets");
      }
      indices = Arrays.copyOf(indices, (int) Math.min(3L * MOST, (length / 3 * 3L) / 2 * 3));
    }
    indices[length] = a;
    indices[length + 1] = b;
    indices[length + 2] = c;
    length += 3;
  }

  /// How many facets.
  public int count() {
    return length / 3;
  }

  /// Three vertex indices for each facet in turn.
  public int[] toArray() {
    return length == indices.length ? indices : Arrays.copyOf(indices, length);
  }
}
