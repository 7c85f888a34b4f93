package touchmark.ledger.store;

import java.util.Comparator;

/// Where a record begins.
///
/// @param segment number of the segment file, from 0
/// @param offset byte of the record's first byte in that file
public record Location(int segment, long offset) implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparingInt(Location::segment).thenComparingLong(Location::offset);

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
