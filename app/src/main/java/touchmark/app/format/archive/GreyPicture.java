package touchmark.app.format.archive;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import touchmark.app.format.FormatException;

/// What a grey PNG picture of 8 bits exposes: its pixels that are not black. It is decoded row by
/// row [PNG 3rd edition, 7 to 10] and never held whole.
///
/// @param exposed how many pixels
/// @param left first column with one, `right` the last, `upper` the first row, `lower` the last
record GreyPicture(int width, int height, long exposed, int left, int right, int upper, int lower) {
  /// Of no picture.
  static final GreyPicture NONE = new GreyPicture(1, 1, 0, 0, 0, 0, 0);

  private static final long MOST_PIXELS = 200_000_000;
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER = 0x49484452;
  private static final int DATA = 0x49444154;
  private static final int END = 0x49454E44;
  private static final int CHUNK_AROUND = 12;

  /// @param part name of the picture, for messages
  /// @throws FormatException if it is no such picture, or damaged
  static GreyPicture measure(Path file, String part, byte[] png) throws FormatException {
    return new Decoding(file, part, png).measure();
  }

  private static final class Decoding {
    private final Path file;
    private final String part;
    private final ByteBuffer png;
    private final Inflater inflater = new Inflater();
    private int width;
    private int height;
    private byte[] row = {};
    private byte[] above = {};
    private byte[] zeros = {};
    private int filled;
    private int rows;
    private long exposed;
    private int left;
    private int right = -1;
    private int upper = -1;
    private int lower;

    /// Of the row above.
    private int exposedAbove;

    Decoding(Path file, String part, byte[] png) {
      this.file = file;
      this.part = part;
      this.png = ByteBuffer.wrap(png);
    }

    GreyPicture measure() throws FormatException {
      try {
        header();
        while (chunk()) {
          // each holds rows, or nothing of interest
        }
      } catch (DataFormatException e) {
        throw new FormatException(file, part, "deflated rows", "others: " + e.getMessage(), e);
      } finally {
        inflater.end();
      }
      if (rows < height) {
        throw problem(height + " rows", rows + " rows");
      }
      return new GreyPicture(
          width, height, exposed, left, Math.max(0, right), Math.max(0, upper), lower);
    }

    private void header() throws FormatException {
      boolean begins =
          png.remaining() >= 33
              && png.getLong(0) == SIGNATURE
              && png.getInt(8) == 13
              && png.getInt(12) == HEADER;
      if (!begins) {
        throw problem("a PNG picture", "something else");
      }
      width = png.getInt(16);
      height = png.getInt(20);
      boolean grey = png.get(24) == 8 && png.get(25) == 0 && png.get(28) == 0;
      if (!grey) {
        throw problem(
            "8 bits of grey, not interlaced", png.get(24) + " bits of colour type " + png.get(25));
      }
      if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
        throw problem("at most " + MOST_PIXELS + " pixels", width + " x " + height);
      }
      row = new byte[width + 1];
      above = new byte[width + 1];
      zeros = new byte[width + 1];
      left = width;
      png.position(8);
    }

    private boolean chunk() throws FormatException, DataFormatException {
      if (png.remaining() < CHUNK_AROUND) {
        throw problem("a chunk at byte " + png.position(), "the end of the picture");
      }
      int length = png.getInt();
      int kind = png.getInt();
      if (length < 0 || length > png.remaining() - 4) {
        throw problem("a chunk of at most " + png.remaining() + " bytes", length + " bytes");
      }
      int data = png.position();
      CRC32 sum = new CRC32();
      sum.update(png.array(), data - 4, length + 4);
      png.position(data + length);
      if (png.getInt() != (int) sum.getValue()) {
        throw problem("bytes that fit the CRC-32 of the chunk at byte " + data, "other bytes");
      }
      if (kind == DATA) {
        inflater.setInput(png.array(), data, length);
        rows();
      }
      return kind != END;
    }

    private void rows() throws FormatException, DataFormatException {
      while (!inflater.needsInput() && !inflater.finished()) {
        if (rows == height) {
          if (inflater.inflate(new byte[1]) > 0) {
            throw problem(height + " rows", "more");
          }
          return;
        }
        int count = inflater.inflate(row, filled, row.length - filled);
        if (count == 0 && inflater.needsDictionary()) {
          throw problem("rows without a dictionary", "one");
        }
        filled += count;
        if (filled == row.length) {
          finishRow();
        }
      }
    }

    private void finishRow() throws FormatException {
      // most rows are as those above them, and say so
      boolean asAbove = row[0] == 2 && Arrays.equals(row, 1, row.length, zeros, 1, zeros.length);
      if (asAbove) {
        byte[] same = row;
        row = above;
        above = same;
      } else {
        unfilter();
        exposedAbove = count();
      }
      if (exposedAbove > 0) {
        exposed += exposedAbove;
        upper = upper < 0 ? rows : upper;
        lower = rows;
      }
      byte[] done = row;
      row = above;
      above = done;
      filled = 0;
      rows++;
    }

    private int count() {
      if (Arrays.equals(row, 1, row.length, zeros, 1, zeros.length)) {
        return 0;
      }
      int count = 0;
      int first = -1;
      int last = 0;
      for (int i = 1; i < row.length; i++) {
        if (row[i] != 0) {
          count++;
          first = first < 0 ? i - 1 : first;
          last = i - 1;
        }
      }
      left = Math.min(left, first);
      right = Math.max(right, last);
      return count;
    }

    private void unfilter() throws FormatException {
      switch (row[0]) {
        case 0 -> {}
        case 1 -> {
          for (int i = 2; i < row.length; i++) {
            row[i] += row[i - 1];
          }
        }
        case 2 -> {
          for (int i = 1; i < row.length; i++) {
            row[i] += above[i];
          }
        }
        case 3 -> {
          for (int i = 1; i < row.length; i++) {
            int before = i == 1 ? 0 : row[i - 1] & 0xFF;
            row[i] += (byte) ((before + (above[i] & 0xFF)) / 2);
          }
        }
        case 4 -> {
          for (int i = 1; i < row.length; i++) {
            int before = i == 1 ? 0 : row[i - 1] & 0xFF;
            int corner = i == 1 ? 0 : above[i - 1] & 0xFF;
            row[i] += (byte) paeth(before, above[i] & 0xFF, corner);
          }
        }
        default -> throw problem("a filter from 0 to 4 in row " + rows, "" + row[0]);
      }
    }

    private static int paeth(int before, int above, int corner) {
      int guess = before + above - corner;
      int toBefore = Math.abs(guess - before);
      int toAbove = Math.abs(guess - above);
      int toCorner = Math.abs(guess - corner);
      if (toBefore <= toAbove && toBefore <= toCorner) {
        return before;
      }
      return toAbove <= toCorner ? above : corner;
    }

    private FormatException problem(String expected, String found) {
      return new FormatException(file, part, expected, found);
    }
  }
}
