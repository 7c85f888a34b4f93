package touchmark.ledger.receipt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
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
    Path directory = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(directory);
      Path temporary = Files.createTempFile(directory, file.getFileName() + ".", ".tmp");
      try {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(note.print().getBytes(StandardCharsets.UTF_8));
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
          channel.force(true);
        }
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // The new name is durable once the directory is; Windows has no such call.
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }
}
