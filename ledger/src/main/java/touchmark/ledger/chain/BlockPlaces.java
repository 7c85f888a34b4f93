package touchmark.ledger.chain;

import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.store.Location;

/// Where each block's record begins, eight bytes a block. One thread adds; any thread asks.
final class BlockPlaces {
  private static final int OFFSET_BITS = 36;
  private static final long OFFSET = (1L << OFFSET_BITS) - 1;

  // Guarded by this.
  private long[] places = new long[64];
  private int count;

  /// Notes the place of the next block.
  synchronized void add(Location location) {
    if (location.offset() > OFFSET) {
      throw new IllegalArgumentException("a segment is not that long: " + location);
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, Math.multiplyExact(2, count));
    }
    places[count++] = (long) location.segment() << OFFSET_BITS | location.offset();
  }

  /// The place of the block of a height; empty behind the newest.
  synchronized Optional<Location> at(long height) {
    if (height < 0 || height >= count) {
      return Optional.empty();
    }
    long place = places[(int) height];
    return Optional.of(new Location((int) (place >>> OFFSET_BITS), place & OFFSET));
  }

  /// How many blocks there are.
  synchronized long count() {
    return count;
  }
}
