package touchmark.ledger.store;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.StoreException;

/// Reads the records of all segments, and says which segments are missing.
final class SegmentCursor implements RecordCursor {
  private final Deque<Map.Entry<Integer, Path>> files;
  private final int lastNumber;
  private final Optional<Location> limit;
  private int expected;
  private @Nullable FileCursor current;

  /// @param limit nothing from here on is looked at
  SegmentCursor(SegmentFiles segments, Optional<Location> limit) throws StoreException {
    this.files = new ArrayDeque<>(segments.list().entrySet());
    this.lastNumber = files.isEmpty() ? 0 : files.getLast().getKey();
    this.limit = limit;
  }

  @Override
  public Found next() throws StoreException {
    while (true) {
      if (current != null) {
        Found found = current.next();
        if (!(found instanceof Found.End)) {
          return found;
        }
        current.close();
        current = null;
      }
      Map.Entry<Integer, Path> file = files.peek();
      if (file == null || beyondLimit(file.getKey())) {
        return new Found.End();
      }
      if (file.getKey() > expected) {
        String name = SegmentFiles.name(expected);
        int next = file.getKey();
        expected = next;
        return new Found.Damaged(
            new Damage(
                name,
                0,
                0,
                false,
                "the segment files before %06d.seg are missing".formatted(next)));
      }
      files.remove();
      expected = file.getKey() + 1;
      current =
          new FileCursor(
              file.getValue(),
              FileStart.SEGMENT,
              file.getKey(),
              file.getKey() == lastNumber,
              endOf(file.getKey()));
    }
  }

  private boolean beyondLimit(int number) {
    return limit.map(location -> number > location.segment()).orElse(false);
  }

  private long endOf(int number) {
    return limit
        .filter(location -> location.segment() == number)
        .map(Location::offset)
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public void close() throws StoreException {
    if (current != null) {
      current.close();
    }
  }
}
