package touchmark.app.release;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import touchmark.app.disk.Json;
import touchmark.app.disk.WholeFile;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;

/// Keeps files that must not be printed, as evidence: `<fingerprint>/<name>` holds the very bytes
/// that were judged, `<fingerprint>/verdict.json` what was said of them. Nothing is ever released
/// from here.
public final class Quarantine {
  private static final String NOTE = "verdict.json";

  private final Path directory;
  private final Clock clock;

  /// @param directory made on the first use
  public Quarantine(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /// Keeps a copy. Bytes that are kept under this name already are not copied again.
  ///
  /// @return the copy
  /// @throws IllegalArgumentException if the verdict is PASS or CAUTION
  /// @throws IOException also if the bytes are not those that were judged; no copy is left then
  public Path keep(Verification verification, Progress progress) throws IOException {
    if (!isKept(verification.verdict())) {
      throw new IllegalArgumentException(
          "a file with the verdict " + verification.verdict() + " is not kept in quarantine");
    }
    Path folder = Files.createDirectories(directory.resolve(verification.fingerprint().hex()));
    String name = nameOf(verification);
    Path target = folder.resolve(name);
    if (!isThere(verification, target)) {
      ExactCopy.make(verification, folder, name, progress);
    }
    WholeFile.write(folder.resolve(NOTE), note(verification));
    return target;
  }

  private static boolean isKept(State verdict) {
    return switch (verdict) {
      case FAIL, UNKNOWN -> true;
      case PASS, CAUTION -> false;
    };
  }

  /// A file may be called like the note.
  private static String nameOf(Verification verification) {
    String name = verification.fileName();
    return name.equalsIgnoreCase(NOTE) ? "kept-" + name : name;
  }

  private static boolean isThere(Verification verification, Path target) throws IOException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    if (!ExactCopy.hash(target).equals(verification.fingerprint())) {
      throw new FileAlreadyExistsException(target.toString());
    }
    return true;
  }

  private String note(Verification verification) {
    return Json.object()
        .put("verdict", verification.verdict().name())
        .put("headline", verification.headline())
        .put("from", verification.file().toString())
        .put("at", clock.instant().toString())
        .toString();
  }
}
