package touchmark.app.inspect;

import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;

/// A closed shell turned inward inside another: a cavity that nothing on the outside shows.
///
/// @param volume of the cavity, positive, in cubic units of the file
/// @param box around it
/// @param depth shortest distance from the cavity to the surface that surrounds it, in units of the
///   file
/// @param facets indices of its facets
public record InternalVoid(double volume, Box box, double depth, Facets facets) {}
