package touchmark.app.mesh;

/// Facets that a ray can be sent through.
@FunctionalInterface
public interface RayTarget {
  /// Shows every facet that a ray crosses, in no order.
  void cross(Ray ray, Crossing crossing);

  /// Where a ray crosses a facet.
  @FunctionalInterface
  interface Crossing {
    /// @param distance from the beginning of the ray, in lengths of its direction
    /// @param outward whether the ray leaves through the front of the facet
    void at(int facet, double distance, boolean outward);
  }

  /// All facets of a mesh, looked at one by one: for a few rays that is sooner done than building a
  /// [TriangleTree].
  static RayTarget scan(Mesh mesh) {
    return (ray, crossing) -> {
      for (int facet = 0; facet < mesh.triangleCount(); facet++) {
        ray.cross(mesh, facet, crossing);
      }
    };
  }
}
