package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;

/// Who owned an asset from a place in the chain on: by its claim, or by a transfer.
///
/// @param timeOfTx of that claim or transfer, which rule 1 compares
/// @param blockTime the time that counts as proof
public record Ownership(ResourceId owner, Position position, Instant timeOfTx, Instant blockTime) {}
