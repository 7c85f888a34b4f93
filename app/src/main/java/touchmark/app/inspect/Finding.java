package touchmark.app.inspect;

import java.util.Optional;

/// Something that the inspection found.
///
/// @param code for programs: INTERNAL_VOID, OPEN_EDGES, NON_MANIFOLD_EDGES, DEGENERATE_FACETS,
///   FLIPPED_SHELL, EMBEDDED_SCRIPT, MISSING_LAYERS, ...
/// @param message one sentence with numbers and units
public record Finding(String code, Severity severity, String message, Optional<Place> place) {}
