package touchmark.ledger.receipt;

import java.util.Arrays;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Position;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.proof.MerkleProofs;
import touchmark.ledger.proof.SubtreeHashes;
import touchmark.ledger.proof.TreeHead;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// The Merkle tree of a chain up to a block, its leaves hashed again from the bytes on the disk: 32
/// bytes of memory for each transaction, and 8 for each block.
public final class ChainTree {
  private final byte[] leaves;
  private final long[] sizes;
  private final TreeHead head;

  private ChainTree(byte[] leaves, long[] sizes, TreeHead head) {
    this.leaves = leaves;
    this.sizes = sizes;
    this.head = head;
  }

  /// Reads the blocks up to a height.
  ///
  /// @param cursor over the whole chain
  /// @throws StoreException if a block is missing or damaged, or its header states another tree
  public static ChainTree read(RecordCursor cursor, long height) throws StoreException {
    Reading reading = new Reading();
    while (reading.blocks <= height) {
      switch (cursor.next()) {
        case Found.Intact intact -> reading.take(intact.record());
        case Found.Damaged damaged ->
            throw new StoreException(
                damaged.damage().where() + ": " + damaged.damage().message() + ".");
        case Found.End ignored ->
            throw new StoreException(
                "Block %d cannot be found; run 'chain verify'.".formatted(reading.blocks));
      }
    }
    return reading.tree();
  }

  /// Size and root after the last block that was read.
  public TreeHead head() {
    return head;
  }

  /// The place of a transaction among all of the chain.
  public long leafIndex(Position position) {
    int height = Math.toIntExact(position.height());
    return (height == 0 ? 0 : sizes[height - 1]) + position.index();
  }

  /// Proofs about this tree and all that it contains.
  public MerkleProofs proofs() {
    return new MerkleProofs(SubtreeHashes.ofLeaves(this::leaf));
  }

  private Digest leaf(long index) {
    int from = Math.toIntExact(index * Digest.LENGTH);
    return Digest.of(Arrays.copyOfRange(leaves, from, from + Digest.LENGTH));
  }

  private static final class Reading {
    private byte[] leaves = new byte[64 * Digest.LENGTH];
    private long[] sizes = new long[64];
    private int count;
    private int blocks;
    private TreeHead stated = new TreeHead(0, MerkleHash.EMPTY_ROOT);

    void take(StoredRecord record) throws StoreException {
      if (record.type() != RecordType.BLOCK) {
        return;
      }
      try {
        Block block = Blocks.decode(record.bytes().toArray());
        if (block.header().height() != blocks) {
          throw new StoreException(
              "%s: block %d is expected, %d is found."
                  .formatted(record.where(), blocks, block.header().height()));
        }
        for (Envelope envelope : block.envelopes()) {
          add(MerkleHash.leaf(Envelopes.encode(envelope)));
        }
        if (blocks == sizes.length) {
          sizes = Arrays.copyOf(sizes, Math.multiplyExact(2, blocks));
        }
        sizes[blocks++] = count;
        stated = new TreeHead(block.header().treeSize(), block.header().treeRoot());
      } catch (MalformedException e) {
        throw new StoreException(record.where() + ": " + e.getMessage() + ".", e);
      }
    }

    private void add(Digest leaf) {
      int end = Math.multiplyExact(count + 1, Digest.LENGTH);
      if (end > leaves.length) {
        leaves = Arrays.copyOf(leaves, Math.max(end, leaves.length + leaves.length / 2));
      }
      System.arraycopy(leaf.bytes(), 0, leaves, count * Digest.LENGTH, Digest.LENGTH);
      count++;
    }

    ChainTree tree() throws StoreException {
      ChainTree tree = new ChainTree(leaves, sizes, stated);
      if (stated.size() != count || !stated.root().equals(tree.proofs().root(count))) {
        throw new StoreException(
            "The transactions on the disk do not add up to the tree of block %d; run 'chain verify'."
                .formatted(blocks - 1));
      }
      return tree;
    }
  }
}
