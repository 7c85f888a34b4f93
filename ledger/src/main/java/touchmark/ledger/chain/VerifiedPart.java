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
import touchmark.ledger.proof.TreeHead;
import touchmark.ledger.store.StoredRecord;

/// The blocks that were verified before, up to one whose hash or tree is known: links, heights,
/// sizes and roots are derived from the bytes again, and nothing else. If the end is the known one,
/// so is every byte before it but those of the seals: the hash of a block covers its header, the
/// header the block before and, by the tree's root, each envelope with its signatures; no hash
/// covers a seal.
///
/// A known tree vouches for envelopes and not for the header of the block that ends it. That block
/// is judged in full: its seal covers its header, and so the headers before. For one thread.
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

  /// What became of a block.
  sealed interface Taken {
    /// It is one that was verified before, as far as it was looked at.
    record Known() implements Taken {}

    /// It ends the known tree, and is to be judged in full.
    record EndsTree() implements Taken {}

    /// @param message expected, found
    record Wrong(String message) implements Taken {}
  }

  /// Takes the next block.
  Taken add(StoredRecord record) {
    BlockFrame frame;
    try {
      frame = BlockFrame.of(record.bytes().toArray());
    } catch (MalformedException e) {
      return new Taken.Wrong(e.getMessage() + ".");
    }
    Frontier after = treeAfter(frame);
    Optional<String> wrong = wrong(frame.header(), after).or(() -> notTheKnown(frame));
    if (wrong.isPresent()) {
      return new Taken.Wrong(wrong.get());
    }
    return switch (since) {
      case Since.Tree known when known.size() <= after.size() -> ended(known, after);
      case Since.Block block -> {
        reached = block.height() == height + 1;
        yield take(frame, after);
      }
      case Since.Tree ignored -> take(frame, after);
    };
  }

  private Frontier treeAfter(BlockFrame frame) {
    Frontier after = tree;
    for (int i = 0; i < frame.size(); i++) {
      after = after.append(MerkleHash.leaf(frame.bytes(), frame.start(i), frame.end(i)));
    }
    return after;
  }

  private Taken take(BlockFrame frame, Frontier after) {
    height++;
    previous = frame.hash();
    tree = after;
    return new Taken.Known();
  }

  private Taken ended(Since.Tree known, Frontier after) {
    reached = true;
    return after.head().equals(new TreeHead(known.size(), known.root()))
        ? new Taken.EndsTree()
        : new Taken.Wrong(sentence("tree that was verified before", expected(), after.head()));
  }

  private Optional<String> wrong(BlockHeader header, Frontier after) {
    return different("network", network, header.network())
        .or(() -> different("height", height + 1, header.height()))
        .or(() -> different("hash of the block before", previous, header.previous()))
        .or(() -> different("tree's size", after.size(), header.treeSize()))
        .or(() -> different("tree's root", after.root(), header.treeRoot()));
  }

  private Optional<String> notTheKnown(BlockFrame frame) {
    return since instanceof Since.Block block && block.height() == height + 1
        ? different("hash of the block that was verified before", block.hash(), frame.hash())
        : Optional.empty();
  }

  private static Optional<String> different(String what, Object expected, Object found) {
    return expected.equals(found) ? Optional.empty() : Optional.of(sentence(what, expected, found));
  }

  private static String sentence(String what, Object expected, Object found) {
    return "For the %s %s is expected, %s is found.".formatted(what, expected, found);
  }
}
