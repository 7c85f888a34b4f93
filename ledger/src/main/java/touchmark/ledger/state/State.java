package touchmark.ledger.state;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;

/// What all transactions so far add up to. Immutable: each transaction makes a new state, which
/// shares nearly everything with the one before, so the states inside a block, after a block and on
/// an abandoned branch are values like any other, and readers need no lock.
///
/// @param height of the block that is being judged, or was judged last; -1 before the first
/// @param transactions where each transaction stands; a TxId is taken once, for ever
public record State(
    NetworkId network,
    Genesis genesis,
    long height,
    Membership membership,
    Registry registry,
    PersistentMap<TxId, Position> transactions) {

  /// The state before the first block.
  ///
  /// @throws BadCertificateException if a validator's certificate cannot be read
  public static State begin(NetworkId network, Genesis genesis) throws BadCertificateException {
    return new State(
        network, genesis, -1, Membership.begin(genesis), Registry.begin(), PersistentMap.empty());
  }

  /// The state in which a block of this height is judged: validators whose turn begins with it are
  /// in force.
  public State entering(long block) {
    return new State(network, genesis, block, membership.entering(block), registry, transactions);
  }

  /// The state after one more transaction. It does not judge: the rules did.
  ///
  /// @throws IllegalStateException if the transaction is one that the rules refuse
  public State after(Transaction tx, Position position, Instant blockTime) {
    try {
      return folded(tx, position, blockTime);
    } catch (BadCertificateException e) {
      throw new IllegalStateException("the rules let a bad certificate pass", e);
    }
  }

  private State folded(Transaction tx, Position position, Instant blockTime)
      throws BadCertificateException {
    PersistentMap<TxId, Position> seen = transactions.with(tx.txId(), position);
    return switch (tx.statement()) {
      case Statement.OfAsset asset ->
          new State(
              network,
              genesis,
              height,
              membership,
              registry.after(asset, tx, position, blockTime),
              seen);
      case Statement.OfPart part ->
          new State(
              network,
              genesis,
              height,
              membership,
              registry.after(part, tx, position, blockTime),
              seen);
      case Statement.OfMembership member ->
          new State(
              network,
              genesis,
              height,
              membership.after(member, position, blockTime),
              registry,
              seen);
    };
  }

  /// The registered asset of a fingerprint.
  public Optional<Asset> asset(Fingerprint fingerprint) {
    return registry.asset(fingerprint);
  }

  /// The registered part of this name.
  public Optional<Part> part(PartId id) {
    return registry.part(id);
  }
}
