package touchmark.app.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import touchmark.app.usecase.Party;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Copies a verified file into a folder. The copy is hashed while it is written and read back
/// before it gets its name, so what stands there under the file's name are the very bytes that were
/// verified. A file of that name is never replaced.
public final class ReleaseToFolder {
  private static final int CHUNK = 1 << 20;

  private final ReleaseLog log;

  public ReleaseToFolder(ReleaseLog log) {
    this.log = log;
  }

  /// @param reason required, not blank, when the verdict is CAUTION
  /// @return the released file
  /// @throws IllegalArgumentException if the verdict is FAIL or UNKNOWN, or CAUTION without a
  ///   reason
  /// @throws FileAlreadyExistsException if the folder has a file of that name
  /// @throws IOException also if the bytes are not those that were verified; nothing is left then
  public Path release(
      Verification verification,
      Party party,
      Path folder,
      Optional<String> reason,
      Progress progress)
      throws IOException {
    if (!allowed(verification.verdict(), reason)) {
      throw new IllegalArgumentException(
          "a file with the verdict " + verification.verdict() + " is not released like this");
    }
    Path target = folder.resolve(verification.inspection().file().name());
    refuseExisting(target);
    log.note(verification, party, target, reason);
    Path copy = Files.createTempFile(folder, ".release-", ".part");
    try {
      expect(verification, copied(verification.file(), copy, progress));
      expect(verification, hash(copy));
      refuseExisting(target);
      return Files.move(copy, target);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static boolean allowed(State verdict, Optional<String> reason) {
    return switch (verdict) {
      case PASS -> true;
      case CAUTION -> reason.filter(text -> !text.isBlank()).isPresent();
      case FAIL, UNKNOWN -> false;
    };
  }

  private static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  private static void expect(Verification verification, Fingerprint found) throws IOException {
    if (!found.equals(verification.fingerprint())) {
      throw new IOException(
          verification.inspection().file().name()
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

  private static Fingerprint hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
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
