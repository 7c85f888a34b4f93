package touchmark.app.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Verification;

/// Where the station keeps what it released, and why.
@FunctionalInterface
public interface ReleaseLog {
  /// Told before a byte is copied, so that no file is released without its reason on record.
  ///
  /// @param reason typed by a person; present when the verdict is CAUTION
  void note(Verification verification, Party party, Path target, Optional<String> reason)
      throws IOException;
}
