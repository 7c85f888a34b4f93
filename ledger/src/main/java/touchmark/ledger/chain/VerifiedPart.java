package touchmark.ledger.chain;

import java.util.Optional;
import touchmark.ledger.Since;
import touchmark.ledger.codec.BlockFrame;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.store.StoredRecord;

/// The blocks that were verified before, up to one whose hash or tree is known: links, heights, and
/// the tree are derived from the bytes again, and nothing else. If the end is the known one, so is
/// every byte before it. For one thread.
final class VerifiedPart {
  private final Since since;
  private final NetworkId network;
  private Frontier tree = Frontier.EMPTY;
  private BlockHash previous;
  private long height = -1;
  private boolean reached;

  /// @param begin the chain before its first block
  VerifiedPart(Since since, Tip begin) {
    this.since = since;
    this.network = begin.state().network();
    this.previous = begin.hash();
  }

  /// Whether the known block was found.
  boolean reached() {
    return reached;
  }

  long height() {
    return height;
  }

  long transactions() {
    return tree.size();
  }

  BlockHash hash() {
    return previous;
  }

  /// What is expected, for people.
  String expected() {
    return switch (since) {
      case Since.Block block ->
          "block %d with the hash %s".formatted(block.height(), block.hash().hex());
      case Since.Tree size ->
          "a tree of %d transactions with the root %s".formatted(size.size(), size.root().hex());
    };
  }

  /// Takes the next block.
  ///
  /// @return what is wrong with it
  Optional<String> add(StoredRecord record) {
    BlockFrame frame;
    try {
      frame = BlockFrame.of(record.bytes().toArray());
    } catch (MalformedException e) {
      return Optional.of(e.getMessage() + ".");
    }
    BlockHeader header = frame.header();
    for (int i = 0; i < frame.size(); i++) {
      tree = tree.append(MerkleHash.leaf(frame.bytes(), frame.start(i), frame.end(i)));
    }
    height++;
    if (!header.network().equals(network)) {
      return different("network", network, header.network());
    }
    if (header.height() != height) {
      return different("height", height, header.height());
    }
    if (!header.previous().equals(previous)) {
      return different("hash of the block before", previous, header.previous());
    }
    if (header.treeSize() != tree.size()) {
      return different("tree's size", tree.size(), header.treeSize());
    }
    if (!header.treeRoot().equals(tree.root())) {
      return different("tree's root", tree.root(), header.treeRoot());
    }
    previous = frame.hash();
    return atTheKnownBlock();
  }

  private Optional<String> atTheKnownBlock() {
    return switch (since) {
      case Since.Block block when block.height() == height -> {
        reached = true;
        yield block.hash().equals(previous)
            ? Optional.empty()
            : different("hash of the block that was verified before", block.hash(), previous);
      }
      case Since.Tree known when known.size() <= tree.size() -> {
        reached = true;
        yield known.size() == tree.size() && known.root().equals(tree.root())
            ? Optional.empty()
            : different("tree that was verified before", expected(), tree.head());
      }
      case Since.Block ignored -> Optional.empty();
      case Since.Tree ignored -> Optional.empty();
    };
  }

  private static Optional<String> different(String what, Object expected, Object found) {
    return Optional.of("For the %s %s is expected, %s is found.".formatted(what, expected, found));
  }
}
