package touchmark.app.inspect;

import java.util.Collection;
import java.util.Optional;

/// Something that the inspection found.
///
/// @param code for programs: INTERNAL_VOID, OPEN_EDGES, NON_MANIFOLD_EDGES, DEGENERATE_FACETS,
///   FLIPPED_SHELL, EMBEDDED_SCRIPT, MISSING_LAYERS, ...
/// @param message one sentence with numbers and units
/// @param count for how many it stands: 1, or of a file with very many alike all that are not told
///   one by one
public record Finding(
    String code, Severity severity, String message, Optional<Place> place, int count) {
  public Finding {
    if (count < 1) {
      throw new IllegalArgumentException("a finding does not stand for " + count);
    }
  }

  /// One that stands for itself.
  public Finding(String code, Severity severity, String message, Optional<Place> place) {
    this(code, severity, message, place, 1);
  }

  /// For how many all of them stand.
  public static int count(Collection<Finding> findings) {
    return findings.stream().mapToInt(Finding::count).sum();
  }
}
