package touchmark.app.usecase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

/// What a claim will say. [ClaimDesign#propose] makes one; the `with` methods change it.
///
/// @param fingerprint of the bytes that were looked at; other bytes are not claimed
/// @param versionIds one or more
/// @param doi only when public
public record ClaimRequest(
    Path file,
    Fingerprint fingerprint,
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

  /// With another id.
  public ClaimRequest withId(String newId) {
    return new ClaimRequest(
        file, fingerprint, newId, versionIds, descriptions, dataType, derivedFrom, isPublic, doi);
  }

  /// With other versions.
  public ClaimRequest withVersionIds(List<String> versions) {
    return new ClaimRequest(
        file, fingerprint, id, versions, descriptions, dataType, derivedFrom, isPublic, doi);
  }

  /// With other descriptions.
  public ClaimRequest withDescriptions(List<String> texts) {
    return new ClaimRequest(
        file, fingerprint, id, versionIds, texts, dataType, derivedFrom, isPublic, doi);
  }

  /// With another data type.
  public ClaimRequest withDataType(DataType type) {
    return new ClaimRequest(
        file, fingerprint, id, versionIds, descriptions, type, derivedFrom, isPublic, doi);
  }

  /// With other sources.
  public ClaimRequest withDerivedFrom(List<Fingerprint> sources) {
    return new ClaimRequest(
        file, fingerprint, id, versionIds, descriptions, dataType, sources, isPublic, doi);
  }

  /// Public, with or without a doi.
  public ClaimRequest asPublic(Optional<String> identifier) {
    return new ClaimRequest(
        file, fingerprint, id, versionIds, descriptions, dataType, derivedFrom, true, identifier);
  }
}
