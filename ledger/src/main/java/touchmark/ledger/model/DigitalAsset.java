package touchmark.ledger.model;

import java.util.Optional;

/// The data being claimed, identified by its fingerprint [Section 3.1].
///
/// @param doi a digital object identifier of the content, only when public
/// @param doiNoRedirect one of its metadata, only when public
public record DigitalAsset(
    Fingerprint fingerprint,
    HashAlgorithm hashAlgo,
    boolean isPublic,
    Optional<String> doi,
    Optional<String> doiNoRedirect,
    ProductFile file) {
  public DigitalAsset {
    doi = Text.optional("the doi", doi, 300);
    doiNoRedirect = Text.optional("the doiNoRedirect", doiNoRedirect, 300);
    if (!isPublic && (doi.isPresent() || doiNoRedirect.isPresent())) {
      throw new IllegalArgumentException("only a public asset has a doi");
    }
    if (isPublic != (file.labels() instanceof FileLabels.Clear)) {
      throw new IllegalArgumentException(
          isPublic ? "a public asset has clear labels" : "a private asset has sealed labels");
    }
  }
}
