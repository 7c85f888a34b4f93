package touchmark.app.inspect;

import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;

/// Where a finding is, to fly to and to mark.
///
/// @param box in the file's unit
/// @param facets to highlight, of a mesh
/// @param layer of a toolpath, counted from 0
public record Place(Optional<Box> box, Facets facets, OptionalInt layer) {}
