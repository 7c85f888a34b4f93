package touchmark.ledger;

import java.time.Instant;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;

/// Where the chain stands.
///
/// @param height of the newest block
/// @param finalHeight of the newest final block; in solo mode the same
/// @param transactions how many the chain holds
public record Head(
    long height,
    long finalHeight,
    BlockHash block,
    Instant blockTime,
    long transactions,
    Digest root) {}
