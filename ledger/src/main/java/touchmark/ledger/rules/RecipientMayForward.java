package touchmark.ledger.rules;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Grant;
import touchmark.ledger.state.Holding;

/// Rule 2 [Section 3.4]: who received data with the right to pass it on may send it, afterwards.
final class RecipientMayForward {
  static final String NAME = "rule 2 [Section 3.4]";

  private RecipientMayForward() {}

  /// A prior send with `SPD2.to == SPD1.from` and `SPD2.forward == true`: the one of the smallest
  /// timeOfTx, which allows whatever any other allows.
  static Optional<Grant> grant(Asset asset, ResourceId from) {
    return asset.holding(from).flatMap(Holding::forward);
  }

  /// And `SPD2.timeOfTx < SPD1.timeOfTx`.
  static boolean allows(Asset asset, ResourceId from, Instant timeOfTx) {
    return grant(asset, from).map(grant -> grant.timeOfTx().isBefore(timeOfTx)).orElse(false);
  }
}
