package touchmark.app.format.bgcode;

import java.util.Optional;

/// Unpacks heatshrink with a lookahead of 4 bits: a stream of bits, the highest of each byte first;
/// 1 and a byte, or 0, a distance and a count, each less one.
final class Heatshrink {
  private static final int LOOKAHEAD = 4;

  private final byte[] packed;
  private final int window;
  private long bit;

  /// @param window bits of a distance, 11 or 12
  Heatshrink(byte[] packed, int window) {
    this.packed = packed;
    this.window = window;
  }

  /// Empty when it does not become exactly so many bytes, or when more than the padding of the last
  /// byte is left over.
  Optional<byte[]> unpack(int size) {
    byte[] all = new byte[size];
    int at = 0;
    while (at < size) {
      if (left() < 1 + Byte.SIZE) {
        return Optional.empty();
      }
      if (bits(1) == 1) {
        all[at++] = (byte) bits(Byte.SIZE);
      } else {
        if (left() < window + LOOKAHEAD) {
          return Optional.empty();
        }
        int distance = bits(window) + 1;
        int count = bits(LOOKAHEAD) + 1;
        if (count > size - at) {
          return Optional.empty();
        }
        for (int i = 0; i < count; i++, at++) {
          // before the beginning stand zeros
          all[at] = at < distance ? 0 : all[at - distance];
        }
      }
    }
    return left() < Byte.SIZE ? Optional.of(all) : Optional.empty();
  }

  private long left() {
    return (long) Byte.SIZE * packed.length - bit;
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      int one = packed[(int) (bit >> 3)] >> (7 - (bit & 7)) & 1;
      value = value << 1 | one;
    }
    return value;
  }
}
