package touchmark.app.inspect;

import java.util.List;
import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;

/// Numbers of a mesh. Volume in cubic units of the file, signed and summed over shells, so that
/// voids count against it.
public record MeshFacts(
    int triangles,
    int vertices,
    int shells,
    int openEdges,
    int nonManifoldEdges,
    int degenerateFacets,
    List<InternalVoid> internalVoids,
    double volume,
    double area,
    Optional<Box> bounds,
    LengthUnit unit) {
  public MeshFacts {
    internalVoids = List.copyOf(internalVoids);
  }
}
