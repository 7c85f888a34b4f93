package touchmark.ledger.receipt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.NoteSignature;
import touchmark.ledger.proof.SignedNote;

/// Checks who vouches for a checkpoint: needs no chain, no clock and no network.
public final class CheckpointCheck {
  private final Checkpoint checkpoint;
  private final SignedNote note;

  private CheckpointCheck(Checkpoint checkpoint, SignedNote note) {
    this.checkpoint = checkpoint;
    this.note = note;
  }

  /// Checks the signatures of a checkpoint.
  ///
  /// @param checkpoint the note's text, read
  /// @param policy whom the asker trusts
  public static Checked check(
      Checkpoint checkpoint, SignedNote note, Optional<TrustPolicy> policy) {
    return policy.isPresent()
        ? new CheckpointCheck(checkpoint, note).against(policy.get())
        : new Checked.NobodyTrusted();
  }

  private Checked against(TrustPolicy policy) {
    List<Voucher> vouchers = new ArrayList<>();
    Set<NoteKey> logs = new LinkedHashSet<>();
    for (NoteKey log : policy.logs()) {
      if (log.name().equals(checkpoint.origin())) {
        logs.add(log);
      }
    }
    if (logs.isEmpty()) {
      return new Checked.Refused("The policy does not know the log " + checkpoint.origin() + ".");
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
    for (NoteSignature signature : note.signatures()) {
      if (key.isNamedBy(signature)) {
        if (!key.verifies(checkpoint, signature)) {
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
