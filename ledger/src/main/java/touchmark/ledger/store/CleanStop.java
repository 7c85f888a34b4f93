package touchmark.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.disk.DurableFile;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;

/// A note that a chain was closed in order: where segments and index ended, and the checksum of the
/// index' file. Whoever opens the chain takes the note away before anything is changed, so that
/// after a crash there is none. With it a chain can be searched at once, and every byte of the
/// index' file that changed meanwhile is noticed.
///
/// @param head the newest block, of segments and index alike
/// @param end where the last segment ends
/// @param indexLength of the index' file in bytes
/// @param indexChecksum CRC32C of the index' file
public record CleanStop(ChainIndex.Entry head, Location end, long indexLength, int indexChecksum) {
  private static final Logger LOG = LoggerFactory.getLogger(CleanStop.class);
  private static final int LONGEST = 1024;
  private static final int CHUNK = 1 << 20;
  private static final Pattern LINES =
      Pattern.compile(
          "touchmark clean stop 1\\nhead ([0-9]{1,18}) ([0-9a-f]{64}) ([0-9]{1,9}) ([0-9]{1,18})\\n"
              + "end ([0-9]{1,9}) ([0-9]{1,18})\\nindex ([0-9]{1,18}) ([0-9a-f]{8})\\n");

  /// Notes where a chain ends that was just closed.
  ///
  /// @throws IOException if the index' file cannot be read
  public static CleanStop of(ChainIndex.Entry head, Location end, Path indexFile)
      throws IOException {
    return new CleanStop(head, end, Files.size(indexFile), checksum(indexFile));
  }

  /// Reads a note and takes it away. Empty where there is none, or it is damaged, or it cannot be
  /// taken away: then everything is read again.
  public static Optional<CleanStop> take(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Optional<CleanStop> note =
          Files.size(file) > LONGEST
              ? Optional.empty()
              : parse(Files.readString(file, StandardCharsets.US_ASCII));
      Files.delete(file);
      DurableFile.forceDirectory(DurableFile.directoryOf(file));
      return note;
    } catch (IOException e) {
      LOG.info("The note of the last clean stop is not used: {}", DiskTrouble.reason(e));
      return Optional.empty();
    }
  }

  private static Optional<CleanStop> parse(String text) {
    int split = text.lastIndexOf("check ");
    if (split < 0 || !text.substring(split).equals(check(text.substring(0, split)))) {
      return Optional.empty();
    }
    Matcher lines = LINES.matcher(text.substring(0, split));
    return lines.matches()
        ? Optional.of(
            new CleanStop(
                new ChainIndex.Entry(
                    Long.parseLong(lines.group(1)),
                    new BlockHash(Digest.parse(lines.group(2))),
                    location(lines.group(3), lines.group(4))),
                location(lines.group(5), lines.group(6)),
                Long.parseLong(lines.group(7)),
                Integer.parseUnsignedInt(lines.group(8), 16)))
        : Optional.empty();
  }

  private static Location location(String segment, String offset) {
    return new Location(Integer.parseInt(segment), Long.parseLong(offset));
  }

  private static String check(String lines) {
    return "check " + Hashing.sha256(lines.getBytes(StandardCharsets.US_ASCII)).hex() + "\n";
  }

  /// Leaves the note, all of it or nothing.
  ///
  /// @throws IOException if it cannot be written
  public void write(Path file) throws IOException {
    String lines =
        String.format(
            Locale.ROOT,
            "touchmark clean stop 1\nhead %d %s %d %d\nend %d %d\nindex %d %08x\n",
            head.height(),
            head.hash().hex(),
            head.location().segment(),
            head.location().offset(),
            end.segment(),
            end.offset(),
            indexLength,
            indexChecksum);
    DurableFile.replace(file, (lines + check(lines)).getBytes(StandardCharsets.US_ASCII));
  }

  /// Whether the index' file is, byte for byte, what was left.
  public boolean fits(Path indexFile) {
    try {
      return Files.exists(indexFile)
          && Files.size(indexFile) == indexLength
          && checksum(indexFile) == indexChecksum;
    } catch (IOException e) {
      LOG.warn("The index cannot be read: {}", DiskTrouble.reason(e));
      return false;
    }
  }

  private static int checksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        crc.update(chunk, 0, read);
      }
    }
    return (int) crc.getValue();
  }
}
