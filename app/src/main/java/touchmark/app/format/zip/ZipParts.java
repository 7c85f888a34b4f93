package touchmark.app.format.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;

/// The parts of a ZIP archive held in memory, by its central directory, with ZIP64 [APPNOTE 4.3,
/// 4.4, 4.5]. Names are compared without case [OPC 6.2.2.3]. Whatever could fool another program is
/// refused: names that lead out of the archive or occur twice, parts that overlap, directory and
/// part that disagree, more bytes than announced, sums that do not fit.
public final class ZipParts {
  /// Most parts of an archive.
  public static final int MOST_PARTS = 65_536;

  /// Most bytes of all parts together, unpacked.
  public static final long MOST_UNPACKED = 4L << 30;

  /// Most bytes that one packed byte may stand for in a part of more than [#SMALL] bytes.
  public static final int MOST_RATIO = 300;

  private static final long SMALL = 1 << 20;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_LENGTH = 20;
  private static final int DIRECTORY = 0x02014b50;
  private static final int DIRECTORY_LENGTH = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int SIZES_64 = 1;
  private static final long IN_64 = 0xFFFFFFFFL;

  private final Path file;
  private final byte[] bytes;
  private final ByteBuffer zip;
  private final Map<String, ZipPart> parts = new LinkedHashMap<>();

  private ZipParts(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads the directory.
  ///
  /// @param file for messages
  /// @param bytes the whole archive; not copied
  public static ZipParts of(Path file, byte[] bytes) throws FormatException {
    ZipParts parts = new ZipParts(file, bytes);
    parts.readDirectory();
    return parts;
  }

  /// The names of all parts as they stand, in the order of the directory.
  public List<String> names() {
    return parts.values().stream().map(ZipPart::name).toList();
  }

  /// A part by name, in any case, with or without a slash before it.
  public Optional<ZipPart> find(String name) {
    return Optional.ofNullable(parts.get(key(name)));
  }

  /// Opens a part. Its stream ends with an [IOException] if the bytes do not match their sum.
  public InputStream open(ZipPart part) {
    return new ZipPartStream(file, bytes, part);
  }

  /// All bytes of a part.
  ///
  /// @throws FormatException if there are more than `most`
  public byte[] read(ZipPart part, int most) throws FormatException, IOException {
    if (part.size() > most) {
      throw problem(part.name(), "at most " + most + " bytes", part.size() + " bytes");
    }
    try (InputStream stream = open(part)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      if (e.getCause() instanceof FormatException told) {
        throw told;
      }
      throw e;
    }
  }

  /// A name as it is compared.
  private static String key(String name) {
    return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  private void readDirectory() throws FormatException {
    int end = findEnd();
    long count = zip.getShort(end + 10) & 0xFFFF;
    long at = zip.getInt(end + 16) & IN_64;
    int locator = end - LOCATOR_64_LENGTH;
    if (locator >= 0 && zip.getInt(locator) == LOCATOR_64) {
      int end64 = within(zip.getLong(locator + 8), 56, "the ZIP64 directory's end");
      if (zip.getInt(end64) != END_64) {
        throw problem("byte " + end64, "the end of a ZIP64 directory", "something else");
      }
      count = zip.getLong(end64 + 32);
      at = zip.getLong(end64 + 48);
    }
    if (count < 0 || count > MOST_PARTS) {
      throw problem(
          "the directory", "at most " + MOST_PARTS + " parts", Long.toUnsignedString(count));
    }
    long unpacked = 0;
    List<ZipPart> all = new ArrayList<>();
    int place = within(at, 0, "the directory");
    for (long i = 0; i < count; i++) {
      int length = entryLength(place);
      ZipPart part = entry(place);
      place += length;
      all.add(part);
      unpacked += part.size();
      if (unpacked > MOST_UNPACKED) {
        throw problem(
            "the directory", "at most " + MOST_UNPACKED + " bytes unpacked", unpacked + " or more");
      }
      if (!part.isFolder() && parts.putIfAbsent(key(part.name()), part) != null) {
        throw problem("the directory", "each name once", "\"" + part.name() + "\" twice");
      }
    }
    checkOverlap(all, at);
  }

  /// The end record stands before a comment of unknown length.
  private int findEnd() throws FormatException {
    int least = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
    for (int at = bytes.length - END_LENGTH; at >= least; at--) {
      if (zip.getInt(at) == END
          && at + END_LENGTH + (zip.getShort(at + 20) & 0xFFFF) == bytes.length) {
        return at;
      }
    }
    throw problem(
        "byte " + bytes.length, "the directory at the end of a ZIP archive", "none: it is cut off");
  }

  private int entryLength(int at) throws FormatException {
    within(at, DIRECTORY_LENGTH, "the directory");
    if (zip.getInt(at) != DIRECTORY) {
      throw problem("byte " + at, "an entry of the directory", "something else");
    }
    int length = DIRECTORY_LENGTH + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
    within(at, length, "an entry of the directory");
    return length;
  }

  private ZipPart entry(int at) throws FormatException {
    int nameLength = unsigned(at + 28);
    String name = new String(bytes, at + DIRECTORY_LENGTH, nameLength, StandardCharsets.UTF_8);
    checkName(name);
    if ((unsigned(at + 8) & 1) != 0) {
      throw problem(name, "a part that is not encrypted", "an encrypted one");
    }
    long packed = zip.getInt(at + 20) & IN_64;
    long size = zip.getInt(at + 24) & IN_64;
    long local = zip.getInt(at + 42) & IN_64;
    int extra = at + DIRECTORY_LENGTH + nameLength;
    int extraEnd = extra + unsigned(at + 30);
    while (extra + 4 <= extraEnd) {
      int field = extra + 4;
      int fieldEnd = field + unsigned(extra + 2);
      if (unsigned(extra) == SIZES_64 && fieldEnd <= extraEnd) {
        if (size == IN_64 && field + 8 <= fieldEnd) {
          size = zip.getLong(field);
          field += 8;
        }
        if (packed == IN_64 && field + 8 <= fieldEnd) {
          packed = zip.getLong(field);
          field += 8;
        }
        if (local == IN_64 && field + 8 <= fieldEnd) {
          local = zip.getLong(field);
        }
      }
      extra = fieldEnd;
    }
    int method = unsigned(at + 10);
    if (method != ZipPart.STORED && method != ZipPart.DEFLATED) {
      throw problem(name, "a stored or deflated part", "packing method " + method);
    }
    checkSizes(name, packed, size, method);
    int data = dataOf(name, nameLength, local);
    within(data, packed, name);
    return new ZipPart(name, method, (int) local, data, (int) packed, size, zip.getInt(at + 16));
  }

  private void checkSizes(String name, long packed, long size, int method) throws FormatException {
    if (packed < 0 || size < 0 || (method == ZipPart.STORED && packed != size)) {
      throw problem(name, "sizes that agree", packed + " bytes packed, " + size + " unpacked");
    }
    if (size > MOST_UNPACKED || (size > SMALL && size / MOST_RATIO > packed)) {
      throw problem(
          name,
          "at most " + MOST_RATIO + " bytes for each packed one",
          size + " bytes from " + packed);
    }
  }

  private int dataOf(String name, int nameLength, long local) throws FormatException {
    int at = within(local, LOCAL_LENGTH, name);
    boolean sameName =
        zip.getInt(at) == LOCAL
            && unsigned(at + 26) == nameLength
            && at + LOCAL_LENGTH + nameLength <= bytes.length
            && new String(bytes, at + LOCAL_LENGTH, nameLength, StandardCharsets.UTF_8)
                .equals(name);
    if (!sameName) {
      throw problem("byte " + at, "the part \"" + name + "\"", "another part or none");
    }
    return at + LOCAL_LENGTH + nameLength + unsigned(at + 28);
  }

  private void checkName(String name) throws FormatException {
    boolean leadsOut =
        name.isEmpty()
            || name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.chars().anyMatch(c -> c < ' ')
            || List.of(name.split("/", -1)).contains("..");
    if (leadsOut) {
      throw problem("the directory", "names that stay inside the archive", "\"" + name + "\"");
    }
  }

  private void checkOverlap(List<ZipPart> all, long directory) throws FormatException {
    List<ZipPart> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(ZipPart::local));
    long end = 0;
    for (ZipPart part : sorted) {
      if (part.local() < end || part.end() > directory) {
        throw problem(part.name(), "parts that stand one after the other", "parts that overlap");
      }
      end = part.end();
    }
  }

  private int within(long at, long length, String place) throws FormatException {
    if (length < 0 || length > bytes.length || at < 0 || at > bytes.length - length) {
      throw problem(place, "a place inside the " + bytes.length + " bytes", "byte " + at);
    }
    return (int) at;
  }

  private int unsigned(int at) {
    return zip.getShort(at) & 0xFFFF;
  }

  private FormatException problem(String place, String expected, String found) {
    return new FormatException(file, place, expected, found);
  }
}
