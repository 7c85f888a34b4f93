package touchmark.ledger.model;

import java.util.List;

/// The openings of one file's [FileLabels.Sealed], in the same order. Kept by the owner, handed to
/// recipients with the delivery.
public record LabelOpenings(Opening id, List<Opening> versionIds, List<Opening> descriptions) {
  public LabelOpenings {
    versionIds = List.copyOf(versionIds);
    descriptions = List.copyOf(descriptions);
  }

  /// The labels in clear.
  public FileLabels.Clear text() {
    return new FileLabels.Clear(
        id.text(),
        versionIds.stream().map(Opening::text).toList(),
        descriptions.stream().map(Opening::text).toList());
  }
}
