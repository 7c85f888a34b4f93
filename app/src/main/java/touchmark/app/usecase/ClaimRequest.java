package touchmark.app.usecase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

/// What a claim will say.
public record ClaimRequest(
    Path file,
    String id,
    List<String> versionIds,
    List<String> descriptions,
    DataType dataType,
    List<Fingerprint> derivedFrom,
    boolean isPublic,
    Optional<String> doi) {
  public ClaimRequest {
    versionIds = List.copyOf(versionIds);
    descriptions = List.copyOf(descriptions);
    derivedFrom = List.copyOf(derivedFrom);
  }
}
