package touchmark.ledger.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.SegmentStore;

/// A segment is read to its end or to its damage; opening it leaves nothing torn, and changes
/// nothing else.
public final class SegmentFuzz {
  private static final Path FOLDER = Targets.folder();

  private SegmentFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Path segment = FOLDER.resolve("000000.seg");
    try {
      Files.write(segment, data);
      int before = intact();
      try (SegmentStore store = SegmentStore.open(FOLDER, SegmentStore.DEFAULT_SEGMENT_SIZE)) {
        Targets.require(store.end().offset() <= data.length, "an end inside the file");
      }
      Targets.require(intact() == before, "opening keeps every intact record");
      Files.deleteIfExists(FOLDER.resolve("000000.seg.0.torn"));
    } catch (StoreException e) {
      Targets.requireSentence(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int intact() throws StoreException {
    int intact = 0;
    try (RecordCursor cursor = SegmentStore.scan(FOLDER)) {
      for (Found found = cursor.next(); !(found instanceof Found.End); found = cursor.next()) {
        intact += found instanceof Found.Intact ? 1 : 0;
      }
    }
    return intact;
  }
}
