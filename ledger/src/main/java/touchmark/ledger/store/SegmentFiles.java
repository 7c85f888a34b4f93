package touchmark.ledger.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.ledger.StoreException;
import touchmark.ledger.disk.DurableFile;

/// The segment files of one directory, `000000.seg` and on.
final class SegmentFiles {
  private static final Pattern NAME = Pattern.compile("([0-9]{6,9})\\.seg");
  private final Path directory;

  SegmentFiles(Path directory) {
    this.directory = directory;
  }

  Path file(int number) {
    return directory.resolve(name(number));
  }

  /// The name of a segment's file, in ASCII digits whatever the locale.
  static String name(int number) {
    return String.format(Locale.ROOT, "%06d.seg", number);
  }

  /// The numbers that are there, with their files.
  NavigableMap<Integer, Path> list() throws StoreException {
    NavigableMap<Integer, Path> found = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Matcher name = NAME.matcher(FileCursor.fileName(entry));
        if (name.matches()) {
          found.put(Integer.parseInt(name.group(1)), entry);
        }
      }
      return found;
    } catch (IOException e) {
      throw new StoreException(directory + " cannot be read: " + DiskTrouble.reason(e), e);
    }
  }

  /// The number of the last one.
  Optional<Integer> last() throws StoreException {
    NavigableMap<Integer, Path> found = list();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.lastKey());
  }

  /// Whether all segments are there, and the last of them ends at a place.
  boolean endAt(Location end) throws StoreException {
    NavigableMap<Integer, Path> found = list();
    return found.size() == end.segment() + 1
        && found.lastKey() == end.segment()
        && size(found.lastEntry().getValue()) == end.offset();
  }

  long bytes() throws StoreException {
    long bytes = 0;
    for (Path file : list().values()) {
      bytes += size(file);
    }
    return bytes;
  }

  private static long size(Path file) throws StoreException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }

  /// Makes the names of new files durable, where the platform knows how.
  void forceDirectory() throws IOException {
    DurableFile.forceDirectory(directory);
  }
}
