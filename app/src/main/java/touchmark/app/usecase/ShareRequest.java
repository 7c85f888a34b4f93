package touchmark.app.usecase;

import java.nio.file.Path;
import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// To whom a file goes, and how.
///
/// @param packageFile where to write the encrypted package; empty: record the send only (delivery
///   through the vault of the same home, later through peers)
public record ShareRequest(
    Fingerprint fingerprint, ResourceId to, boolean forward, Optional<Path> packageFile) {}
