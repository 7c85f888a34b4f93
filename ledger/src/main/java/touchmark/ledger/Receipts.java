package touchmark.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import touchmark.ledger.chain.Archive;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.Tip;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.consensus.Consensus;
import touchmark.ledger.crypto.CheckpointKeys;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.TxId;
import touchmark.ledger.proof.MerkleProofs;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.receipt.ChainTree;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.Notary;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.ReceiptCheck;
import touchmark.ledger.receipt.ValidatorPolicy;
import touchmark.ledger.receipt.ValidatorSigners;
import touchmark.ledger.state.Member;
import touchmark.ledger.state.State;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordStore;

/// The part of the door where a validator vouches for the chain: receipts, and the policy under
/// which they count. Safe for use by any thread.
public final class Receipts {
  private final Chain chain;
  private final RecordStore store;
  private final Archive archive;
  private final Consensus consensus;
  private final Function<CheckpointKeys, Notary> notaries;

  // Held while a checkpoint is signed: one at a time, each on the disk before the next.
  private final Object signing = new Object();

  Receipts(
      Chain chain,
      RecordStore store,
      Archive archive,
      Consensus consensus,
      Function<CheckpointKeys, Notary> notaries) {
    this.chain = chain;
    this.store = store;
    this.archive = archive;
    this.consensus = consensus;
    this.notaries = notaries;
  }

  /// Whether these keys may sign checkpoints here: what they signed last is on record. Keys that
  /// are not known may have signed something that this disk forgot.
  ///
  /// @throws StoreException if the record is damaged
  public boolean remembersCheckpointsOf(CheckpointKeys keys) throws StoreException {
    synchronized (signing) {
      return notaries.apply(keys).remembers();
    }
  }

  /// Begins the record of checkpoint keys that have signed nothing yet. It takes the place of the
  /// record of other keys, which then sign no more.
  public void beginCheckpointsOf(CheckpointKeys fresh) throws StoreException {
    requireValidator(fresh);
    synchronized (signing) {
      notaries.apply(fresh).begin();
    }
  }

  /// A receipt of a transaction, for anybody to check with [#policy]. The newest final head is
  /// signed for it, once it is found to contain the head that was signed before.
  ///
  /// @return empty while no final block holds the transaction
  /// @throws StoreException if the keys are not a validator's or may not sign here, the chain is
  ///   not the one that they signed for, or it cannot be read
  public Optional<Receipt> receipt(TxId txId, CheckpointKeys keys) throws StoreException {
    requireValidator(keys);
    synchronized (signing) {
      Tip tip = chain.tip();
      long height = consensus.finalHeight(tip.height());
      Optional<Position> position =
          tip.state().transactions().get(txId).filter(found -> found.height() <= height);
      return position.isPresent()
          ? Optional.of(receipt(position.get(), height, notaries.apply(keys)))
          : Optional.empty();
    }
  }

  private Receipt receipt(Position position, long height, Notary notary) throws StoreException {
    try (RecordCursor cursor = store.scan()) {
      ChainTree tree = ChainTree.read(cursor, height);
      MerkleProofs proofs = tree.proofs();
      SignedNote note = notary.sign(tree.head(), proofs);
      Receipt receipt =
          Receipt.of(
              archive.envelope(position),
              proofs.inclusion(tree.leafIndex(position), tree.head().size()),
              note);
      // The tree was read from the segments, the envelope found by the index: they must agree.
      if (ReceiptCheck.check(receipt, Optional.empty()) instanceof Checked.Refused refused) {
        throw new StoreException("The receipt cannot be made. " + refused.reason());
      }
      return receipt;
    } catch (MalformedException e) {
      throw new StoreException("The receipt cannot be made: " + e.getMessage() + ".", e);
    }
  }

  /// The policy under which this network's receipts count (UTF-8) [C2SP tlog-policy].
  ///
  /// @throws StoreException if the keys are not those of the network's one validator
  public byte[] policy(CheckpointKeys keys) throws StoreException {
    Member member = requireValidator(keys);
    State state = chain.tip().state();
    int validators = state.membership().validators().validators().size();
    if (validators > 1) {
      throw new StoreException(
          "This network has %d validators, and the keys of one are at hand; a policy needs all."
              .formatted(validators));
    }
    return new ValidatorPolicy(
            state.genesis().networkName(),
            List.of(
                new ValidatorPolicy.Validator(
                    member.organization().displayName(),
                    member.authority().der(),
                    new ValidatorSigners(state.network(), keys))))
        .encode();
  }

  private Member requireValidator(CheckpointKeys keys) throws StoreException {
    State state = chain.tip().state();
    return state
        .membership()
        .validators()
        .find(keys.organization())
        .flatMap(validator -> state.membership().organization(validator.organization()))
        .orElseThrow(
            () ->
                new StoreException(
                    "'%s' is no validator of this network; only a validator gives receipts."
                        .formatted(keys.organization())));
  }
}
