package touchmark.ledger.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Bytes;

/// Records in memory, for tests: under the same contract as files.
public final class MemoryStore implements RecordStore {
  private static final String NAME = "memory";

  // Guarded by this.
  private final List<StoredRecord> records = new ArrayList<>();
  private int durable;

  @Override
  public synchronized Location append(RecordType type, byte[] bytes) {
    if (bytes.length > LONGEST_RECORD) {
      throw new IllegalArgumentException("a record of " + bytes.length + " bytes is too long");
    }
    Location location = new Location(0, records.size());
    records.add(new StoredRecord(type, location, NAME, 1, Bytes.of(bytes)));
    return location;
  }

  @Override
  public synchronized void force() {
    durable = records.size();
  }

  @Override
  public synchronized StoredRecord read(Location location) throws StoreException {
    if (location.segment() != 0 || location.offset() < 0 || location.offset() >= records.size()) {
      throw new StoreException(
          Damage.range(NAME, location.offset(), location.offset() + 1) + ": no record is there");
    }
    return records.get((int) location.offset());
  }

  @Override
  public synchronized byte[] readPart(Location location, int from, int to) throws StoreException {
    return Arrays.copyOfRange(read(location).bytes().toArray(), from, to);
  }

  @Override
  public synchronized RecordCursor scan() {
    return new ListCursor(List.copyOf(records.subList(0, durable)));
  }

  @Override
  public Optional<String> readOnlyBecause() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private static final class ListCursor implements RecordCursor {
    private final List<StoredRecord> records;
    private int next;

    ListCursor(List<StoredRecord> records) {
      this.records = records;
    }

    @Override
    public Found next() {
      return next == records.size() ? new Found.End() : new Found.Intact(records.get(next++));
    }

    @Override
    public void close() {}
  }
}
