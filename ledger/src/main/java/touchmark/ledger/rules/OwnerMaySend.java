package touchmark.ledger.rules;

import java.time.Instant;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.state.Asset;

/// Rule 1 [Section 3.4]: the owner may send, after the claim, or after the transfer that made him
/// the owner.
final class OwnerMaySend {
  static final String NAME = "rule 1 [Section 3.4]";

  private OwnerMaySend() {}

  /// `SPD1.from == RO1.issuer`, or the new owner of the last transfer; that the bytes are the same,
  /// and the claim earlier in the chain, is what the asset stands for.
  static boolean isOwner(Asset asset, ResourceId from) {
    return asset.ownedBy(from);
  }

  /// And `SPD1.timeOfTx > RO1.timeOfTx`.
  static boolean allows(Asset asset, ResourceId from, Instant timeOfTx) {
    return isOwner(asset, from) && timeOfTx.isAfter(asset.owner().timeOfTx());
  }
}
