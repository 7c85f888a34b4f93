package touchmark.ledger.store;

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
/// @param fingerprint of the asset that it is about, or that the part was made from
/// @param parties issuer, sender, recipient, maker: whom a statement about an asset or part names
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
      case Statement.OfAsset asset ->
          new IndexedTransaction(
              tx.txId(),
              false,
              Optional.of(asset.fingerprint()),
              new TreeSet<>(asset.parties()),
              Set.of());
      case Statement.RegisterPart part ->
          new IndexedTransaction(
              tx.txId(),
              false,
              Optional.of(part.productData()),
              new TreeSet<>(part.parties()),
              Set.of());
      case Statement.TransferPart transfer ->
          new IndexedTransaction(
              tx.txId(), false, Optional.empty(), new TreeSet<>(transfer.parties()), Set.of());
      case Statement.OfMembership ignored ->
          new IndexedTransaction(tx.txId(), false, Optional.empty(), Set.of(), Set.of());
    };
  }
}
