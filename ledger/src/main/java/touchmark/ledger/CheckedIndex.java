package touchmark.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.h2.H2Index;

/// The index of a chain that is being verified where it lies: there, or not, or damaged.
///
/// @param damage why it cannot be read
record CheckedIndex(Optional<ChainIndex> readable, Optional<String> damage)
    implements AutoCloseable {

  static CheckedIndex in(Path directory) {
    try {
      return new CheckedIndex(H2Index.reading(directory), Optional.empty());
    } catch (IndexException e) {
      return new CheckedIndex(Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }

  /// The report, and what is wrong with the index itself.
  ChainReport addedTo(ChainReport report) {
    if (damage.isEmpty()) {
      return report;
    }
    List<ChainReport.Problem> problems = new ArrayList<>(report.problems());
    problems.add(
        new ChainReport.Problem(
            "index", damage.get() + " It is made again by 'chain rebuild-index'."));
    return new ChainReport(
        report.blocks(),
        report.transactions(),
        report.head(),
        report.hashedOnly(),
        report.indexCompared(),
        problems);
  }

  @Override
  public void close() throws StoreException {
    if (readable.isPresent()) {
      readable.get().close();
    }
  }
}
