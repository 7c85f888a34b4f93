package touchmark.ledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;

/// What an index holds, added up: of every row a hash, and of the hashes a sum, which is the same
/// in whatever order the rows are read. Two equal sums hold the same rows. For one thread.
public final class IndexSums {
  private static final int LONGEST_ROW = 160;

  /// What an index is searched through.
  public enum Part {
    BLOCKS("its list of blocks"),
    TRANSACTIONS("its list of transactions"),
    FINGERPRINTS("its search by fingerprint"),
    PARTIES("its search by party"),
    SOURCES("its search by source");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }

  private final Map<Part, Sum> sums = new EnumMap<>(Part.class);
  private final ByteBuffer row = ByteBuffer.allocate(LONGEST_ROW);

  private record Sum(long high, long low) {
    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(ByteBuffer hash) {
      return new Sum(high + hash.getLong(), low + hash.getLong());
    }
  }

  /// Adds all that an index is to hold of a block.
  public void add(IndexedBlock block) {
    block(
        block.height(),
        block.hash().digest().bytes(),
        block.location(),
        block.first(),
        block.transactions().size());
    for (int i = 0; i < block.transactions().size(); i++) {
      IndexedTransaction tx = block.transactions().get(i);
      long leaf = block.first() + i;
      transaction(leaf, block.height(), i, tx.txId().digest().bytes(), tx.claim());
      tx.fingerprint().ifPresent(print -> fingerprint(print.digest().bytes(), leaf));
      tx.parties().forEach(party -> party(party.value(), leaf));
      tx.sources().forEach(source -> source(source.digest().bytes(), leaf));
    }
  }

  /// Adds a row of the list of blocks.
  public void block(long height, byte[] hash, Location location, long first, int size) {
    row.putLong(height).put(hash).putInt(location.segment()).putLong(location.offset());
    row.putLong(first).putInt(size);
    close(Part.BLOCKS);
  }

  /// Adds a row of the list of transactions.
  public void transaction(long leaf, long height, int index, byte[] id, boolean claim) {
    row.putLong(leaf).putLong(height).putInt(index).put(id).put((byte) (claim ? 1 : 0));
    close(Part.TRANSACTIONS);
  }

  /// Adds a row of the search by fingerprint.
  public void fingerprint(byte[] fingerprint, long leaf) {
    row.putLong(leaf).put(fingerprint);
    close(Part.FINGERPRINTS);
  }

  /// Adds a row of the search by party.
  public void party(String party, long leaf) {
    row.putLong(leaf).put(party.getBytes(StandardCharsets.UTF_8));
    close(Part.PARTIES);
  }

  /// Adds a row of the search by source.
  public void source(byte[] source, long leaf) {
    row.putLong(leaf).put(source);
    close(Part.SOURCES);
  }

  private void close(Part part) {
    ByteBuffer hash =
        ByteBuffer.wrap(Hashing.sha256(Arrays.copyOf(row.array(), row.position())).bytes());
    sums.put(part, sum(part).plus(hash));
    row.clear();
  }

  private Sum sum(Part part) {
    return sums.getOrDefault(part, Sum.NOTHING);
  }

  /// The first part that differs.
  public Optional<Part> differenceTo(IndexSums other) {
    for (Part part : Part.values()) {
      if (!sum(part).equals(other.sum(part))) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
