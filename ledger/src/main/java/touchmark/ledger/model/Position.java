package touchmark.ledger.model;

import java.util.Comparator;

/// Where a transaction stands in the chain: this order, and no clock, decides who was first.
public record Position(long height, int index) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::height).thenComparingInt(Position::index);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
