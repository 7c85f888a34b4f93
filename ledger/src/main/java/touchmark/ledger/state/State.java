package touchmark.ledger.state;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;

/// What all transactions so far add up to. Immutable: each transaction makes a new state, which
/// shares nearly everything with the one before, so the states inside a block, after a block and on
/// an abandoned branch are values like any other, and readers need no lock.
///
/// @param transactions where each transaction stands; a TxId is taken once, for ever
public record State(
    NetworkId network,
    Genesis genesis,
    Membership membership,
    Registry registry,
    PersistentMap<TxId, Position> transactions) {

  /// The state before the first block.
  ///
  /// @throws BadCertificateException if a validator's certificate cannot be read
  public static State begin(NetworkId network, Genesis genesis) throws BadCertificateException {
    return new State(
        network, genesis, Membership.begin(genesis), Registry.begin(), PersistentMap.empty());
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
      case Statement.RecordOwnership claim ->
          new State(
              network,
              genesis,
              membership,
              registry.after(
                  claim, new Claim(tx.txId(), position, tx.timeOfTx(), blockTime, claim.issuer())),
              seen);
      case Statement.SendProductData send ->
          new State(
              network,
              genesis,
              membership,
              registry.after(
                  send, new Grant(tx.txId(), position, tx.timeOfTx(), blockTime, send.from())),
              seen);
      case Statement.EnrolOrganization enrolment ->
          new State(network, genesis, membership.after(enrolment, blockTime), registry, seen);
      case Statement.EnrolPerson enrolment ->
          new State(network, genesis, membership.after(enrolment, blockTime), registry, seen);
      case Statement.Delegate delegate ->
          new State(network, genesis, membership.after(delegate), registry, seen);
    };
  }

  /// The registered asset of a fingerprint.
  public Optional<Asset> asset(Fingerprint fingerprint) {
    return registry.asset(fingerprint);
  }
}
