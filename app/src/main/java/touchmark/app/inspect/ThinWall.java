package touchmark.app.inspect;

import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;

/// Where material is thin.
///
/// @param thickness the least that was found, in the unit of the mesh
/// @param box around the facets, in the unit of the mesh
/// @param facets of both sides
record ThinWall(double thickness, Box box, Facets facets) {}
