package touchmark.app.format.ply;

import java.util.Locale;
import java.util.Optional;

/// The kinds of numbers, under both of their usual names.
enum PlyType {
  CHAR("int8", 1),
  UCHAR("uint8", 1),
  SHORT("int16", 2),
  USHORT("uint16", 2),
  INT("int32", 4),
  UINT("uint32", 4),
  FLOAT("float32", 4),
  DOUBLE("float64", 8);

  private final String otherName;
  private final int bytes;

  PlyType(String otherName, int bytes) {
    this.otherName = otherName;
    this.bytes = bytes;
  }

  /// How many bytes one takes in a binary file.
  int bytes() {
    return bytes;
  }

  boolean isWhole() {
    return this != FLOAT && this != DOUBLE;
  }

  static Optional<PlyType> named(String name) {
    for (PlyType type : values()) {
      if (type.otherName.equals(name) || type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
