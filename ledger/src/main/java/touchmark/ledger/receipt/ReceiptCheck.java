package touchmark.ledger.receipt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.NoteSignature;

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
    return policy.isPresent() ? check.against(policy.get()) : new Checked.NobodyTrusted();
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

  private Checked against(TrustPolicy policy) {
    List<Voucher> vouchers = new ArrayList<>();
    Set<NoteKey> logs = new LinkedHashSet<>();
    for (NoteKey log : policy.logs()) {
      if (log.name().equals(receipt.checkpoint().origin())) {
        logs.add(log);
      }
    }
    if (logs.isEmpty()) {
      return new Checked.Refused(
          "The policy does not know the log " + receipt.checkpoint().origin() + ".");
    }
    for (NoteKey log : logs) {
      if (!vouch(log, vouchers)) {
        return wrongSignature(log);
      }
    }
    if (vouchers.isEmpty()) {
      return new Checked.Refused("No key of the log that the policy knows signed the checkpoint.");
    }
    Set<String> cosigned = new HashSet<>();
    for (TrustPolicy.Witness witness : policy.witnesses()) {
      int before = vouchers.size();
      if (!vouch(witness.key(), vouchers)) {
        return wrongSignature(witness.key());
      }
      if (vouchers.size() > before) {
        cosigned.add(witness.name());
      }
    }
    if (!policy.isSatisfiedBy(cosigned)) {
      return new Checked.Refused(
          "Not enough witnesses cosigned the checkpoint: %d of the policy's %d did, and its quorum"
                  .formatted(cosigned.size(), policy.witnesses().size())
              + " asks for more, or for others.");
    }
    return new Checked.Holds(vouchers);
  }

  /// Adds a key's voucher, if the key signed at all.
  ///
  /// @return whether every signature that names the key holds
  private boolean vouch(NoteKey key, List<Voucher> vouchers) {
    boolean vouched = false;
    for (NoteSignature signature : receipt.note().signatures()) {
      if (key.isNamedBy(signature)) {
        if (!key.verifies(receipt.checkpoint(), signature)) {
          return false;
        }
        if (!vouched) {
          vouchers.add(new Voucher(key.name(), key.type(), key.time(signature)));
          vouched = true;
        }
      }
    }
    return true;
  }

  private static Checked wrongSignature(NoteKey key) {
    return new Checked.Refused(
        "The signature of %s (%s) does not match the checkpoint."
            .formatted(key.name(), key.key().kind().algorithm()));
  }
}
