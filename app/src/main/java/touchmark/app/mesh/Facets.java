package touchmark.app.mesh;

import java.util.stream.IntStream;

/// A set of facets of a mesh, by index, to measure or to highlight.
public final class Facets {
  /// No facets.
  public static final Facets NONE = new Facets(new int[0]);

  private final int[] indices;

  private Facets(int[] indices) {
    this.indices = indices;
  }

  /// Wraps a copy.
  public static Facets of(int... indices) {
    return new Facets(indices.clone());
  }

  public int count() {
    return indices.length;
  }

  public IntStream indices() {
    return IntStream.of(indices);
  }
}
