package touchmark.app.release;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.model.ResourceId;

/// Copies a verified file into a folder. The copy is hashed while it is written and read back
/// before it gets its name, so what stands there under the file's name are the very bytes that were
/// verified. A file of that name is never replaced.
public final class ReleaseToFolder {
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
      ResourceId party,
      Path folder,
      Optional<String> reason,
      Progress progress)
      throws IOException {
    if (!allowed(verification.verdict(), reason)) {
      throw new IllegalArgumentException(
          "a file with the verdict " + verification.verdict() + " is not released like this");
    }
    String name = verification.fileName();
    Path target = folder.resolve(name);
    ExactCopy.refuseExisting(target);
    log.note(verification, party, target, reason);
    return ExactCopy.make(verification, folder, name, progress);
  }

  private static boolean allowed(State verdict, Optional<String> reason) {
    return switch (verdict) {
      case PASS -> true;
      case CAUTION -> reason.filter(text -> !text.isBlank()).isPresent();
      case FAIL, UNKNOWN -> false;
    };
  }
}
