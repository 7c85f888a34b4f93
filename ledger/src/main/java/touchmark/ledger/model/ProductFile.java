package touchmark.ledger.model;

import java.util.List;

/// The product data as a file [Section 3.1].
///
/// @param derivedFrom extension: the files that this one was made from, which the issuer must hold
public record ProductFile(FileLabels labels, DataType dataType, List<Fingerprint> derivedFrom) {
  /// Most sources that one file may name.
  public static final int MOST_SOURCES = 64;

  public ProductFile {
    derivedFrom = List.copyOf(derivedFrom);
    if (derivedFrom.size() > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "a file derives from at most " + MOST_SOURCES + " files, not " + derivedFrom.size());
    }
  }
}
