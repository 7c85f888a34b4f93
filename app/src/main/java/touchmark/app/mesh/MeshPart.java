package touchmark.app.mesh;

import java.util.OptionalInt;

/// A named run of facets of a [Mesh]: a solid of an STL, an object placed by a 3MF.
///
/// @param firstTriangle index of its first facet
/// @param triangles how many
/// @param colour 0xRRGGBB where the file states one
public record MeshPart(String name, int firstTriangle, int triangles, OptionalInt colour) {}
