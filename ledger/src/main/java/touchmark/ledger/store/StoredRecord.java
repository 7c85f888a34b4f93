package touchmark.ledger.store;

import touchmark.ledger.model.Bytes;

/// A record as it was read, its checksums found right.
///
/// @param file name of the file it was read from
/// @param length of the whole record, framing included
public record StoredRecord(
    RecordType type, Location location, String file, long length, Bytes bytes) {

  Location end() {
    return new Location(location.segment(), location.offset() + length);
  }

  /// File and byte range of a part of the record's bytes, for people.
  ///
  /// @param from the part's first byte
  /// @param to behind its last byte
  public String where(int from, int to) {
    long begin = location.offset() + length - bytes.length();
    return Damage.range(file, begin + from, begin + to);
  }

  /// File and byte range, for people.
  public String where() {
    return Damage.range(file, location.offset(), location.offset() + length);
  }
}
