package touchmark.app.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.verify.Verification;
import touchmark.ledger.model.ResourceId;

/// Where the station keeps what it released, and why.
@FunctionalInterface
public interface ReleaseLog {
  /// Told before a byte is copied, so that no file is released without its reason on record.
  ///
  /// @param reason typed by a person; present when the verdict is CAUTION
  void note(Verification verification, ResourceId party, Path target, Optional<String> reason)
      throws IOException;
}
