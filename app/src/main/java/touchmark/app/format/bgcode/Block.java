package touchmark.app.format.bgcode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One block, its data unpacked.
///
/// @param place where it begins, for messages
/// @param parameters as they stand
/// @param data not copied; nobody changes it
@SuppressWarnings("ArrayRecordComponent") // never compared
record Block(Kind kind, String place, byte[] parameters, byte[] data) {
  /// What blocks hold, in the order of their numbers.
  enum Kind {
    FILE_METADATA(1),
    GCODE(1),
    SLICER_METADATA(1),
    PRINTER_METADATA(1),
    PRINT_METADATA(1),
    THUMBNAIL(3);

    private final int parameters;

    Kind(int parameters) {
      this.parameters = parameters;
    }

    /// How many bytes of parameters stand before the data.
    int parameterBytes() {
      return 2 * parameters;
    }
  }

  /// A parameter by its place: encoding; or format, width and height of a picture.
  int parameter(int index) {
    return ByteBuffer.wrap(parameters).order(ByteOrder.LITTLE_ENDIAN).getShort(2 * index) & 0xFFFF;
  }
}
