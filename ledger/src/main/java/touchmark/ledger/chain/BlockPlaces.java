package touchmark.ledger.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.store.Location;

/// Where each block's record begins and each envelope in it: four bytes a transaction and about two
/// hundred a block. One thread adds; any thread asks.
final class BlockPlaces {
  // Guarded by this.
  private final List<Place> places = new ArrayList<>();

  /// Where a block stands, and what else an answer says of it.
  static final class Place {
    private final Location location;
    private final BlockHash hash;
    private final Instant time;
    private final int[] starts;

    private Place(Location location, BlockHash hash, Instant time, int[] starts) {
      this.location = location;
      this.hash = hash;
      this.time = time;
      this.starts = starts;
    }

    static Place of(Judged.Sound sound, Location location) {
      return new Place(
          location,
          sound.block().hash(),
          sound.block().header().timestamp(),
          Blocks.envelopeStarts(sound.block()));
    }

    Location location() {
      return location;
    }

    BlockHash hash() {
      return hash;
    }

    Instant time() {
      return time;
    }

    /// How many envelopes it has.
    int size() {
      return starts.length - 1;
    }

    /// The first byte of an envelope's frame.
    int start(int envelope) {
      return starts[envelope];
    }

    /// Behind the last byte of an envelope's frame.
    int end(int envelope) {
      return starts[envelope + 1] - Integer.BYTES;
    }
  }

  /// Notes the place of the next block.
  synchronized void add(Place place) {
    places.add(place);
  }

  /// Forgets all of them.
  synchronized void clear() {
    places.clear();
  }

  /// The place of the block of a height; empty behind the newest.
  synchronized Optional<Place> at(long height) {
    return height < 0 || height >= places.size()
        ? Optional.empty()
        : Optional.of(places.get((int) height));
  }

  /// Whether the blocks above a height have more than so many transactions.
  synchronized boolean hasMoreThan(long transactions, long above) {
    long counted = 0;
    for (int at = (int) Math.max(0, above + 1); at < places.size(); at++) {
      counted += places.get(at).size();
      if (counted > transactions) {
        return true;
      }
    }
    return false;
  }

  /// How many blocks there are.
  synchronized long count() {
    return places.size();
  }
}
