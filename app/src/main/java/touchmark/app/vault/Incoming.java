package touchmark.app.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.Progress;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// A file on its way into the vault: hashed while it is written, kept only when asked to. One
/// thread uses it.
public final class Incoming implements AutoCloseable {
  private static final int CHUNK = 1 << 20;

  private final Vault vault;
  private final Path temporary;
  private final FileChannel channel;
  private final MessageDigest digest = Hashing.newSha256();
  private Optional<Path> ownNote = Optional.empty();
  private long size;

  Incoming(Vault vault, Path temporary) throws IOException {
    this.vault = vault;
    this.temporary = temporary;
    this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
  }

  /// Adds bytes at the end.
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      size += channel.write(buffer);
    }
    digest.update(bytes, offset, length);
  }

  /// Copies a whole file.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public void copy(Path file, Progress progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": expected a file, found " + whatIs(file));
    }
    long total = Files.size(file);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        write(chunk, 0, n);
        if (!progress.at(size, total)) {
          throw new java.util.concurrent.CancellationException("cancelled");
        }
      }
    }
  }

  /// How many bytes came in so far.
  public long size() {
    return size;
  }

  /// Ends writing: flushes to the disk and says which bytes came in. Call it once.
  public Fingerprint finish() throws IOException {
    channel.force(true);
    channel.close();
    return new Fingerprint(Digest.of(digest.digest()));
  }

  /// Where the bytes are until they are kept.
  public Path path() {
    return temporary;
  }

  /// Does all that may fail on a full disk before the finished bytes are [#keep]t: makes their
  /// place, and writes the note unless there is one. Call it before anything is recorded of them.
  public void prepare(Fingerprint fingerprint, VaultNote note) throws IOException {
    Path place = vault.place(fingerprint);
    if (Files.isDirectory(place)) {
      throw new IOException(place + ": expected a place for a file, found a directory");
    }
    Path notePlace = vault.notePlace(fingerprint);
    if (!Files.exists(notePlace)) {
      WholeFile.write(notePlace, note.toJson());
      ownNote = Optional.of(notePlace);
    }
  }

  /// Keeps the finished and prepared bytes in place of any copy that has not their size.
  ///
  /// @return the vault's copy
  public Path keep(Fingerprint fingerprint) throws IOException {
    Path place = vault.place(fingerprint);
    if (!Files.isRegularFile(place) || Files.size(place) != size) {
      WholeFile.moveInto(temporary, place);
    }
    ownNote = Optional.empty();
    return place;
  }

  /// Deletes what was not kept.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
    if (ownNote.isPresent()) {
      Files.deleteIfExists(ownNote.get());
    }
  }

  private static String whatIs(Path file) {
    return Files.isDirectory(file) ? "a directory" : "none that can be read";
  }
}
