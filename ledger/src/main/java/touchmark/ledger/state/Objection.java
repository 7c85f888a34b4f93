package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;

/// What was said against an asset after its claim: its owner withdrew it, or somebody disputes it.
///
/// @param blockTime the time that counts as proof
public record Objection(ResourceId by, Position position, Instant blockTime) {}
