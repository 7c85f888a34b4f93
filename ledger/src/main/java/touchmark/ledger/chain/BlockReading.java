package touchmark.ledger.chain;

import java.util.List;
import java.util.stream.Stream;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.proof.MerkleHash;

/// A block's frame taken apart: all of judging that needs no state, so that it can be done ahead
/// and on any thread.
sealed interface BlockReading {
  /// From so many transactions on other cores help.
  int MANY = 32;

  /// A block in its form.
  ///
  /// @param items its transactions in order
  record Parsed(Block block, List<Item> items) implements BlockReading {
    public Parsed {
      items = List.copyOf(items);
    }
  }

  /// No block at all.
  ///
  /// @param message expected, found
  record Unreadable(String message) implements BlockReading {}

  /// A transaction of the block.
  sealed interface Item {
    /// The hash of its envelope's frame as a leaf of the chain's tree.
    Digest leaf();
  }

  /// A transaction in its form.
  record Readied(Transaction transaction, Envelope envelope, Digest leaf) implements Item {}

  /// An envelope whose payload is no transaction.
  record Malformed(String message, Digest leaf) implements Item {}

  /// Takes a frame apart within a network's limits.
  static BlockReading of(Bytes frame, Limits limits) {
    try {
      Block block = Blocks.decode(frame.toArray(), limits);
      Stream<Envelope> envelopes = block.envelopes().stream();
      return new Parsed(
          block,
          (block.envelopes().size() < MANY ? envelopes : envelopes.parallel())
              .map(envelope -> item(envelope, limits))
              .toList());
    } catch (MalformedException e) {
      return new Unreadable(e.getMessage() + ".");
    }
  }

  private static Item item(Envelope envelope, Limits limits) {
    Digest leaf = MerkleHash.leaf(Envelopes.encode(envelope));
    try {
      return new Readied(PayloadCodec.decode(envelope.payload(), limits), envelope, leaf);
    } catch (MalformedException e) {
      return new Malformed(e.getMessage() + ".", leaf);
    }
  }
}
