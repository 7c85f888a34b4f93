package touchmark.app.timeline;

import touchmark.ledger.model.ResourceId;

/// One organization's line.
///
/// @param name for people
/// @param role `owner`, `may forward`, `holds`, or empty
public record Lane(ResourceId party, String name, String role) {}
