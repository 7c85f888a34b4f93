package touchmark.ledger.model;

import java.time.Instant;

/// The head of a block.
///
/// @param height 0 for the first block
/// @param previous the hash of the block before; 32 zero bytes for the first
/// @param timestamp when it was sealed, after its parent's
/// @param treeSize how many transactions the chain holds after this block
/// @param treeRoot root of the one Merkle tree over all of them [RFC 9162 2.1]
/// @param validatorSet which set of validators was in force, counted from 0
/// @param validator the organization that sealed it
public record BlockHeader(
    int version,
    NetworkId network,
    long height,
    BlockHash previous,
    Instant timestamp,
    long treeSize,
    Digest treeRoot,
    int validatorSet,
    ResourceId validator) {}
