package touchmark.ledger.receipt;

import java.util.Optional;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.MerkleHash;

/// Checks receipts offline: needs no chain, no clock and no network.
public final class ReceiptCheck {
  private final Receipt receipt;

  private ReceiptCheck(Receipt receipt) {
    this.receipt = receipt;
  }

  /// Checks a receipt.
  ///
  /// @param policy whom the asker trusts
  public static Checked check(Receipt receipt, Optional<TrustPolicy> policy) {
    ReceiptCheck check = new ReceiptCheck(receipt);
    Optional<String> broken = check.broken();
    if (broken.isPresent()) {
      return new Checked.Refused(broken.get());
    }
    return CheckpointCheck.check(receipt.checkpoint(), receipt.note(), policy);
  }

  /// What does not fit together in the receipt itself.
  private Optional<String> broken() {
    Checkpoint checkpoint = receipt.checkpoint();
    String origin = Checkpoint.origin(receipt.transaction().network());
    if (!checkpoint.origin().equals(origin)) {
      return Optional.of(
          "The transaction belongs to the log %s, the checkpoint is of %s."
              .formatted(origin, checkpoint.origin()));
    }
    if (!receipt.proof().proves(MerkleHash.leaf(receipt.leaf()), checkpoint.head().root())) {
      return Optional.of(
          "The transaction is not in the tree: its path of hashes does not lead to the"
              + " checkpoint's root.");
    }
    return Optional.empty();
  }
}
