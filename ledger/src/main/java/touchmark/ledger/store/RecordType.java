package touchmark.ledger.store;

import java.util.Optional;

/// What a record holds. The codes stand in files and never change.
public enum RecordType {
  /// What the network begins with; the first record, once.
  GENESIS(1),
  /// A sealed block, of any branch, in order of arrival.
  BLOCK(2),
  /// Reserved: votes that made a block final.
  FINALITY(3),
  /// Reserved: signed proof that a validator broke the rules.
  EVIDENCE(4),
  /// Ends an exported file; never in a segment.
  END(5);

  private final int code;

  RecordType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<RecordType> of(int code) {
    for (RecordType type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
