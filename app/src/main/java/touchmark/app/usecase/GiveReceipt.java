package touchmark.app.usecase;

import java.util.Optional;
import touchmark.ledger.Ledger;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.CheckpointKeys;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;
import touchmark.ledger.receipt.Receipt;

/// Gives receipts in the name of this home's validator, and the policy under which they count.
public final class GiveReceipt {
  private final Ledger ledger;
  private final Optional<KeyRing> keys;
  private final Optional<ResourceId> validator;

  /// @param keys empty in a home that only looks
  /// @param validator the organization whose keys seal here
  public GiveReceipt(Ledger ledger, Optional<KeyRing> keys, Optional<ResourceId> validator) {
    this.ledger = ledger;
    this.keys = keys;
    this.validator = validator;
  }

  /// A receipt of a transaction; empty while no final block holds it.
  ///
  /// @throws StoreException if this home is no validator's, or may not vouch for the chain
  public Optional<Receipt> of(TxId txId) throws StoreException {
    return ledger.receipts().receipt(txId, checkpointKeys());
  }

  /// The policy's file, UTF-8.
  public byte[] policy() throws StoreException {
    return ledger.receipts().policy(checkpointKeys());
  }

  /// The keys whose signatures are on record here. Where there are none, or the record of what they
  /// signed is gone, new ones are made: they cannot contradict what was signed before.
  private synchronized CheckpointKeys checkpointKeys() throws StoreException {
    if (keys.isEmpty() || validator.isEmpty()) {
      throw new StoreException(
          "This home holds no validator's keys; only a validator gives receipts.");
    }
    try {
      Optional<CheckpointKeys> known = keys.get().checkpointKeys(validator.get());
      if (known.isPresent() && ledger.receipts().remembersCheckpointsOf(known.get())) {
        return known.get();
      }
      CheckpointKeys fresh = keys.get().makeCheckpointKeys(validator.get());
      ledger.receipts().beginCheckpointsOf(fresh);
      return fresh;
    } catch (KeyRingException e) {
      throw new StoreException("No receipt can be signed: " + e.getMessage() + ".", e);
    }
  }
}
