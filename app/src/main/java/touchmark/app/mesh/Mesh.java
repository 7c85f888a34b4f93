package touchmark.app.mesh;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Triangles with shared vertices. The arrays are handed out without a copy, for speed: nobody
/// changes them after construction.
public final class Mesh {
  private final float[] positions;
  private final int[] triangles;
  private final LengthUnit unit;
  private final List<MeshPart> parts;

  /// @param positions x, y, z of each vertex in turn
  /// @param triangles three vertex indices for each facet in turn, counter-clockwise from outside
  /// @param unit what one coordinate unit is; STL does not say, millimetres are assumed
  public Mesh(float[] positions, int[] triangles, LengthUnit unit, List<MeshPart> parts) {
    if (positions.length % 3 != 0 || triangles.length % 3 != 0) {
      throw new IllegalArgumentException("positions and triangles come in threes");
    }
    this.positions = positions;
    this.triangles = triangles;
    this.unit = unit;
    this.parts = List.copyOf(parts);
  }

  public int vertexCount() {
    return positions.length / 3;
  }

  public int triangleCount() {
    return triangles.length / 3;
  }

  /// x, y, z of each vertex in turn. Not a copy.
  public float[] positions() {
    return positions;
  }

  /// Three vertex indices for each facet in turn. Not a copy.
  public int[] triangles() {
    return triangles;
  }

  public LengthUnit unit() {
    return unit;
  }

  /// At least one when there are facets.
  public List<MeshPart> parts() {
    return parts;
  }

  /// The box around all vertices that facets use; empty without facets.
  public Optional<Box> bounds() {
    if (triangles.length == 0) {
      return Optional.empty();
    }
    return Optional.of(box(IntStream.range(0, triangleCount())));
  }

  /// The box around some facets.
  ///
  /// @param facets at least one
  public Box boundsOf(int... facets) {
    if (facets.length == 0) {
      throw new IllegalArgumentException("no facets have no box");
    }
    return box(IntStream.of(facets));
  }

  /// x, y, z of the three corners of a facet in turn.
  ///
  /// @param into nine numbers
  public void copyCorners(int facet, double[] into) {
    for (int i = 0; i < 3; i++) {
      int at = 3 * triangles[3 * facet + i];
      into[3 * i] = positions[at];
      into[3 * i + 1] = positions[at + 1];
      into[3 * i + 2] = positions[at + 2];
    }
  }

  private Box box(IntStream facets) {
    float[] low = new float[3];
    float[] high = new float[3];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    facets.forEach(
        facet -> {
          for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
            for (int axis = 0; axis < 3; axis++) {
              float value = positions[3 * triangles[corner] + axis];
              low[axis] = Math.min(low[axis], value);
              high[axis] = Math.max(high[axis], value);
            }
          }
        });
    return new Box(low[0], low[1], low[2], high[0], high[1], high[2]);
  }
}
