package touchmark.app.format.bgcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import touchmark.app.format.FormatException;

/// Reads block after block, checks its sum, and unpacks it. What a block announces is bounded by
/// what is left of the file before anything is allocated.
final class BlockFeed {
  /// Most bytes of a block, packed or not; slicers write 64 KiB of G-code at a time.
  static final int LARGEST = 64 << 20;

  /// Most bytes that one packed byte may stand for, beyond [#SMALL] bytes.
  static final int MOST_RATIO = 300;

  private static final int SMALL = 1 << 20;
  private static final int FILE_HEADER = 10;
  private static final int HEADER = 8;
  private static final int SUM = 4;
  private static final int VERSION = 1;

  private final Path file;
  private final long size;
  private final InputStream in;
  private final boolean summed;
  private long position;

  BlockFeed(Path file, long size, InputStream in) throws FormatException, IOException {
    this.file = file;
    this.size = size;
    this.in = in;
    ByteBuffer header = numbers(bytes(FILE_HEADER, "a file header"));
    long version = header.getInt(4) & 0xFFFF_FFFFL;
    if (version != VERSION) {
      throw problem("byte 4", "version " + VERSION + " of binary G-code", "version " + version);
    }
    int sum = header.getShort(8) & 0xFFFF;
    if (sum > 1) {
      throw problem("byte 8", "no checksums (0) or CRC-32 (1)", "kind " + sum);
    }
    summed = sum == 1;
  }

  /// How far the file was read, bytes.
  long position() {
    return position;
  }

  /// The next block; empty at the end of the file.
  Optional<Block> next() throws FormatException, IOException {
    if (position == size) {
      return Optional.empty();
    }
    String place = "the block at byte " + position;
    CRC32 sum = new CRC32();
    byte[] head = bytes(HEADER, "a block header");
    sum.update(head);
    ByteBuffer header = numbers(head);
    Block.Kind kind = kind(place, header.getShort(0) & 0xFFFF);
    int packing = header.getShort(2) & 0xFFFF;
    if (packing > 3) {
      throw problem(place, "packing 0 to 3", "packing " + packing);
    }
    long unpacked = header.getInt(4) & 0xFFFF_FFFFL;
    long packed = unpacked;
    if (packing != 0) {
      byte[] more = bytes(4, "a block header");
      sum.update(more);
      packed = numbers(more).getInt(0) & 0xFFFF_FFFFL;
    }
    checkSizes(place, kind, packed, unpacked);
    byte[] parameters = bytes(kind.parameterBytes(), "a block's parameters");
    sum.update(parameters);
    byte[] data = bytes((int) packed, "a block's data");
    sum.update(data);
    if (summed && numbers(bytes(SUM, "a block's checksum")).getInt(0) != (int) sum.getValue()) {
      throw problem(place, "bytes that fit its CRC-32", "other bytes");
    }
    return Optional.of(
        new Block(kind, place, parameters, unpack(place, packing, data, (int) unpacked)));
  }

  private Block.Kind kind(String place, int number) throws FormatException {
    Block.Kind[] kinds = Block.Kind.values();
    if (number >= kinds.length) {
      throw problem(place, "a kind of block from 0 to " + (kinds.length - 1), "kind " + number);
    }
    return kinds[number];
  }

  private void checkSizes(String place, Block.Kind kind, long packed, long unpacked)
      throws FormatException {
    long left = size - position - kind.parameterBytes() - (summed ? SUM : 0);
    if (packed > left) {
      throw problem(place, "at most the " + Math.max(0, left) + " bytes left", packed + " bytes");
    }
    if (packed > LARGEST || unpacked > LARGEST) {
      throw problem(place, "at most " + LARGEST + " bytes", Math.max(packed, unpacked) + " bytes");
    }
    if (unpacked > SMALL && unpacked / MOST_RATIO > packed) {
      throw problem(
          place,
          "at most " + MOST_RATIO + " bytes for each packed one",
          unpacked + " bytes from " + packed);
    }
  }

  private byte[] unpack(String place, int packing, byte[] data, int size) throws FormatException {
    return switch (packing) {
      case 0 -> data;
      case 1 -> inflate(place, data, size);
      case 2 -> shrunk(place, data, size, 11);
      default -> shrunk(place, data, size, 12);
    };
  }

  private byte[] inflate(String place, byte[] data, int size) throws FormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      byte[] all = new byte[size];
      int count = 0;
      while (count < size && !inflater.finished()) {
        int more = inflater.inflate(all, count, size - count);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        count += more;
      }
      if (count < size || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw problem(place, size + " bytes when unpacked, as announced", "fewer or more");
      }
      return all;
    } catch (DataFormatException e) {
      throw new FormatException(file, place, "deflated bytes", "others: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private byte[] shrunk(String place, byte[] data, int size, int window) throws FormatException {
    return new Heatshrink(data, window)
        .unpack(size)
        .orElseThrow(
            () -> problem(place, size + " bytes when unpacked, as announced", "fewer or more"));
  }

  private byte[] bytes(int count, String what) throws FormatException, IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw problem(
          "byte " + (position + bytes.length), "the rest of " + what, "the end of the file");
    }
    position += count;
    return bytes;
  }

  private static ByteBuffer numbers(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private FormatException problem(String place, String expected, String found) {
    return new FormatException(file, place, expected, found);
  }
}
