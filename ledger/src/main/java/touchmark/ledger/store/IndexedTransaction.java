package touchmark.ledger.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;

/// What the index keeps of one transaction, for searching.
///
/// @param claim whether it is a claim
/// @param fingerprint of the asset that it claims or sends
/// @param parties issuer, sender and recipient
/// @param sources what the claimed file derives from
public record IndexedTransaction(
    TxId txId,
    boolean claim,
    Optional<Fingerprint> fingerprint,
    Set<ResourceId> parties,
    Set<Fingerprint> sources) {
  public IndexedTransaction {
    parties = Set.copyOf(parties);
    sources = Set.copyOf(sources);
  }

  /// What is searched for in a transaction.
  public static IndexedTransaction of(Transaction tx) {
    return switch (tx.statement()) {
      case Statement.RecordOwnership claim ->
          new IndexedTransaction(
              tx.txId(),
              true,
              Optional.of(claim.productData().fingerprint()),
              Set.of(claim.issuer()),
              new TreeSet<>(claim.productData().file().derivedFrom()));
      case Statement.SendProductData send ->
          new IndexedTransaction(
              tx.txId(),
              false,
              Optional.of(send.productData()),
              new TreeSet<>(List.of(send.from(), send.to())),
              Set.of());
      case Statement.EnrolOrganization ignored -> unsearched(tx);
      case Statement.EnrolPerson ignored -> unsearched(tx);
      case Statement.Delegate ignored -> unsearched(tx);
    };
  }

  private static IndexedTransaction unsearched(Transaction tx) {
    return new IndexedTransaction(tx.txId(), false, Optional.empty(), Set.of(), Set.of());
  }
}
