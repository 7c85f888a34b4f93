package touchmark.app.difference;

import java.util.Optional;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.Progress;

/// Compares two inspected files of the same data type.
public final class Comparer {
  /// What changed from one file to the other; empty when they cannot be compared (other kinds).
  public Optional<Difference> compare(Inspection from, Inspection to, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
