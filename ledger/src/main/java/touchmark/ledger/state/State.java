package touchmark.ledger.state;

import java.time.Instant;
import java.util.Optional;
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
  public static State begin(NetworkId network, Genesis genesis) {
    return new State(
        network, genesis, Membership.begin(genesis), Registry.begin(), PersistentMap.empty());
  }

  /// The state after one more transaction. It does not judge: the rules did.
  public State after(Transaction tx, Position position, Instant blockTime) {
    PersistentMap<TxId, Position> seen = transactions.with(tx.txId(), position);
    return switch (tx.statement()) {
      case Statement.RecordOwnership claim ->
          new State(
              network,
              genesis,
              membership,
              registry.after(
                  claim,
                  new Claim(tx.txId(), position, tx.timeOfTx(), blockTime, claim.issuer())),
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
