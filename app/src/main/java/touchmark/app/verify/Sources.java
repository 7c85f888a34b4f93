package touchmark.app.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.model.Fingerprint;

/// Which model a slicer says in its comments that it sliced.
public final class Sources {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private Sources() {}

  /// The fingerprints in the comments (`model_sha256`).
  public static List<Fingerprint> inComments(Inspection inspection) {
    return setting(inspection, "model_sha256")
        .filter(hex -> SHA_256.matcher(hex).matches())
        .map(Fingerprint::parse)
        .stream()
        .toList();
  }

  /// The model's file name in the comments (`model_file`).
  public static Optional<String> modelFile(Inspection inspection) {
    return setting(inspection, "model_file");
  }

  private static Optional<String> setting(Inspection inspection, String key) {
    return inspection.file().data() instanceof ProductData.Sliced sliced
        ? Optional.ofNullable(sliced.facts().settings().get(key)).map(String::strip)
        : Optional.empty();
  }
}
