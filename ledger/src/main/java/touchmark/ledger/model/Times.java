package touchmark.ledger.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What the model's records ask of an instant: whole milliseconds, in the years 1970 to 9999.
final class Times {
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Times() {}

  static void requireWholeMillis(String what, Instant time) {
    if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
      throw new IllegalArgumentException(what + " is in whole milliseconds, not " + time);
    }
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(what + " lies in the years 1970 to 9999, not at " + time);
    }
  }
}
