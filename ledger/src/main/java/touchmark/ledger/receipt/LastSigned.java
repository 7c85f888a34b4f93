package touchmark.ledger.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.disk.DurableFile;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.store.DiskTrouble;

/// The file that holds the last checkpoint that a validator signed, as the signed note that it is.
/// Lies apart from the segments: no export and no import carries it.
final class LastSigned {
  private final Path file;

  LastSigned(Path file) {
    this.file = file;
  }

  /// @throws StoreException if the file is damaged or cannot be read
  Optional<SignedNote> read() throws StoreException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(SignedNote.parse(in.readNBytes(SignedNote.LONGEST + 1)));
    } catch (MalformedException e) {
      throw new StoreException(
          "%s is damaged (%s). Bring it back, or delete it: new checkpoint keys are then made."
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }

  /// Replaces what is there; when this returns the note is on the disk.
  void write(SignedNote note) throws StoreException {
    try {
      Files.createDirectories(DurableFile.directoryOf(file));
      DurableFile.replace(file, note.print().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }
}
