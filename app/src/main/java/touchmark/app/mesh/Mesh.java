package touchmark.app.mesh;

import java.util.List;
import java.util.Optional;

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
    float minX = Float.POSITIVE_INFINITY;
    float minY = Float.POSITIVE_INFINITY;
    float minZ = Float.POSITIVE_INFINITY;
    float maxX = Float.NEGATIVE_INFINITY;
    float maxY = Float.NEGATIVE_INFINITY;
    float maxZ = Float.NEGATIVE_INFINITY;
    for (int vertex : triangles) {
      float x = positions[3 * vertex];
      float y = positions[3 * vertex + 1];
      float z = positions[3 * vertex + 2];
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      minZ = Math.min(minZ, z);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
      maxZ = Math.max(maxZ, z);
    }
    return Optional.of(new Box(minX, minY, minZ, maxX, maxY, maxZ));
  }
}
