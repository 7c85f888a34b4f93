package touchmark.app.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.app.difference.Difference;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.model.Fingerprint;

/// The answer before a print: all seven checks and the verdict derived from them.
///
/// @param fileName what the file is called for people; the vault's copies lie under their
///   fingerprint
/// @param headline one sentence that gives the reason, for example `This is not the file that Acme
///   GmbH registered.`
/// @param provisional whether it rests on blocks that are not final
/// @param registered the fingerprint of the registered file that this one was taken for, when it is
///   another
/// @param difference from that registered file, when its bytes are in the vault
public record Verification(
    Path file,
    String fileName,
    Fingerprint fingerprint,
    State verdict,
    String headline,
    boolean provisional,
    List<Check> checks,
    Inspection inspection,
    Optional<Fingerprint> registered,
    Optional<Difference> difference) {
  public Verification {
    checks = List.copyOf(checks);
  }
}
