package touchmark.app.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CancellationException;
import touchmark.app.disk.WholeFile;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Copies the very bytes that were judged: hashed while they are written, read back before the copy
/// gets its name. A file of that name is never replaced.
final class ExactCopy {
  private static final int CHUNK = 1 << 20;

  private ExactCopy() {}

  /// @param folder that is there
  /// @return the copy, under that name
  /// @throws FileAlreadyExistsException if there is a file of that name
  /// @throws IOException also if the bytes are not those that were judged; nothing is left then
  static Path make(Verification verification, Path folder, String name, Progress progress)
      throws IOException {
    Path target = folder.resolve(name);
    Path copy = WholeFile.newFile(folder, ".touchmark-", ".part");
    try {
      expect(verification, copied(verification.file(), copy, progress));
      expect(verification, hash(copy));
      refuseExisting(target);
      return Files.move(copy, target);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  static Fingerprint hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return new Fingerprint(Digest.of(digest.digest()));
  }

  private static void expect(Verification verification, Fingerprint found) throws IOException {
    if (!found.equals(verification.fingerprint())) {
      throw new IOException(
          verification.fileName()
              + " is not the file that was verified any more: expected "
              + verification.fingerprint()
              + ", found "
              + found);
    }
  }

  private static Fingerprint copied(Path from, Path to, Progress progress) throws IOException {
    MessageDigest digest = sha256();
    long total = Files.size(from);
    try (InputStream in = Files.newInputStream(from);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      long done = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        for (ByteBuffer rest = ByteBuffer.wrap(chunk, 0, read); rest.hasRemaining(); ) {
          out.write(rest);
        }
        done += read;
        if (!progress.at(done, total)) {
          throw new CancellationException();
        }
      }
      out.force(true);
    }
    return new Fingerprint(Digest.of(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
