package touchmark.app.render;

import touchmark.app.mesh.Facets;

/// Facets in another colour.
public record Highlight(Facets facets, Tone tone) {}
