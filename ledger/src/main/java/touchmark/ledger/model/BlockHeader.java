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
    ResourceId validator) {
  /// The version that this program writes and reads.
  public static final int VERSION = 1;

  public BlockHeader {
    if (version != VERSION) {
      throw new IllegalArgumentException("a block has version " + VERSION + ", not " + version);
    }
    if (height < 0 || treeSize < 0 || validatorSet < 0) {
      throw new IllegalArgumentException(
          "height, treeSize and validatorSet are not negative: %d, %d, %d"
              .formatted(height, treeSize, validatorSet));
    }
    Times.requireWholeMillis("a block's timestamp", timestamp);
  }
}
