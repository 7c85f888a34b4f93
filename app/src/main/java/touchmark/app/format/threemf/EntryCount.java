package touchmark.app.format.threemf;

import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;

/// Counts what a package lists, over all its parts: objects, components, build items, colours and
/// relationships, beams. Each takes memory, and a few packed bytes can hold millions of them.
final class EntryCount {
  static final int MOST = 1_000_000;

  private int count;

  /// @param place where the next one stands
  void next(Xml place) throws FormatException {
    count++;
    if (count > MOST) {
      throw place.problem(
          "at most " + MOST + " objects, components, beams and colours in all", "more");
    }
  }

  /// How many there were so far.
  int total() {
    return count;
  }
}
