package touchmark.ledger.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Bytes;

/// Reads one record at a known place, each length checked before anything is allocated.
record RecordReader(String file, Location location, long fileLength) {

  StoredRecord read(RandomAccessFile in) throws IOException, StoreException {
    long rest = fileLength - location.offset();
    byte[] head = new byte[RecordFrame.HEAD];
    if (rest < head.length) {
      throw damaged(rest, "the file ends there");
    }
    in.readFully(head);
    int length = RecordFrame.length(head);
    if (!RecordFrame.headHolds(head)
        || length < 0
        || length > RecordStore.LONGEST_RECORD
        || length > rest - head.length) {
      throw damaged(head.length, "its type and length are damaged");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    if (!RecordFrame.bytesHold(head, bytes)) {
      throw damaged(head.length + length, "the checksum of its bytes does not match them");
    }
    RecordType type =
        RecordType.of(RecordFrame.code(head))
            .orElseThrow(() -> damaged(head.length, "its type is not known"));
    return new StoredRecord(type, location, file, head.length + (long) length, Bytes.of(bytes));
  }

  private StoreException damaged(long length, String message) {
    long from = location.offset();
    return new StoreException(
        "%s: a record is expected there, but %s; run 'chain verify'."
            .formatted(Damage.range(file, from, from + Math.max(1, length)), message));
  }
}
