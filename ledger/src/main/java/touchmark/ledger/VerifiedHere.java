package touchmark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.ledger.disk.DurableFile;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.store.DiskTrouble;

/// A note in a chain's directory: up to this block everything was verified here, then. It shows no
/// more than that: whoever can write to the disk can write the note too, so only he who asks for it
/// gets a verification that builds on it.
///
/// @param at when the verification ended
public record VerifiedHere(long height, BlockHash hash, Instant at) {
  private static final int LONGEST = 512;
  private static final Pattern LINES =
      Pattern.compile(
          "touchmark verified 1\\nheight ([0-9]{1,18})\\nhash ([0-9a-f]{64})\\nat (\\S{20,30})\\n");

  /// The note of a chain's directory.
  ///
  /// @throws StoreException if it is damaged or cannot be read
  public static Optional<VerifiedHere> in(Path directory) throws StoreException {
    Path file = new ChainPlace(directory).verified();
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Matcher lines =
          LINES.matcher(
              Files.size(file) > LONGEST
                  ? ""
                  : Files.readString(file, StandardCharsets.ISO_8859_1));
      if (!lines.matches()) {
        throw new StoreException(
            file + " is damaged; delete it, and verify the whole chain once more.");
      }
      return Optional.of(
          new VerifiedHere(
              Long.parseLong(lines.group(1)),
              new BlockHash(Digest.parse(lines.group(2))),
              Instant.parse(lines.group(3))));
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, DiskTrouble.reason(e)), e);
    } catch (DateTimeParseException e) {
      throw new StoreException(
          file + " is damaged; delete it, and verify the whole chain once more.", e);
    }
  }

  /// Leaves the note in a chain's directory; an earlier one is replaced.
  ///
  /// @throws StoreException if it cannot be written
  public void keepIn(Path directory) throws StoreException {
    Path file = new ChainPlace(directory).verified();
    String note =
        "touchmark verified 1\nheight " + height + "\nhash " + hash.hex() + "\nat " + at + "\n";
    try {
      DurableFile.replace(file, note.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }

  /// To verify what came after.
  public Since.Block since() {
    return new Since.Block(height, hash);
  }
}
