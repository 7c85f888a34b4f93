package touchmark.ledger.model;

import java.time.Instant;

/// A transaction that the chain holds.
///
/// @param blockTime the time that counts as proof
/// @param isFinal whether no fork can take it back any more
public record Recorded(
    Transaction transaction,
    Position position,
    BlockHash block,
    Instant blockTime,
    boolean isFinal) {}
