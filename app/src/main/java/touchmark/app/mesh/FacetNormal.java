package touchmark.app.mesh;

/// The normal of a facet, as long as twice its area; it points outward where the corners run
/// counter-clockwise seen from outside. One object serves many facets, one after the other.
public final class FacetNormal {
  private final float[] positions;
  private final int[] triangles;
  private double x;
  private double y;
  private double z;

  public FacetNormal(Mesh mesh) {
    this.positions = mesh.positions();
    this.triangles = mesh.triangles();
  }

  /// Turns to a facet.
  ///
  /// @return this
  public FacetNormal of(int facet) {
    int a = 3 * triangles[3 * facet];
    int b = 3 * triangles[3 * facet + 1];
    int c = 3 * triangles[3 * facet + 2];
    double ux = (double) positions[b] - positions[a];
    double uy = (double) positions[b + 1] - positions[a + 1];
    double uz = (double) positions[b + 2] - positions[a + 2];
    double vx = (double) positions[c] - positions[a];
    double vy = (double) positions[c + 1] - positions[a + 1];
    double vz = (double) positions[c + 2] - positions[a + 2];
    x = uy * vz - uz * vy;
    y = uz * vx - ux * vz;
    z = ux * vy - uy * vx;
    return this;
  }

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double z() {
    return z;
  }

  /// Zero for a facet without area.
  public double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
