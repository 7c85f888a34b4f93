package touchmark.ledger.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;

/// Who claimed, owns and received what, and which parts were made. Immutable.
///
/// @param involvements how many statements about assets and parts name a party
public record Registry(
    PersistentMap<Fingerprint, Asset> assets,
    PersistentMap<PartId, Part> parts,
    PersistentMap<ResourceId, Integer> involvements) {

  static Registry begin() {
    return new Registry(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());
  }

  public Optional<Asset> asset(Fingerprint fingerprint) {
    return assets.get(fingerprint);
  }

  public Optional<Part> part(PartId id) {
    return parts.get(id);
  }

  /// How many statements about assets and parts name the party.
  public int involvements(ResourceId party) {
    return involvements.get(party).orElse(0);
  }

  Registry after(Statement.OfAsset statement, Transaction tx, Position position, Instant now) {
    PersistentMap<Fingerprint, Asset> next =
        switch (statement) {
          case Statement.RecordOwnership claim -> claimed(claim, tx, position, now);
          case Statement.SendProductData send ->
              with(
                  send,
                  asset ->
                      asset.sent(
                          send.to(),
                          new Grant(tx.txId(), position, tx.timeOfTx(), now, send.from()),
                          send.forward()));
          case Statement.TransferOwnership transfer ->
              with(
                  transfer,
                  asset ->
                      asset.handedTo(new Ownership(transfer.to(), position, tx.timeOfTx(), now)));
          case Statement.WithdrawVersion withdrawal ->
              with(
                  withdrawal,
                  asset -> asset.withdrawn(new Objection(withdrawal.owner(), position, now)));
          case Statement.Dispute dispute ->
              with(
                  dispute, asset -> asset.disputed(new Objection(dispute.issuer(), position, now)));
        };
    return new Registry(next, parts, counted(statement.parties()));
  }

  Registry after(Statement.OfPart statement, Transaction tx, Position position, Instant now) {
    return switch (statement) {
      case Statement.RegisterPart part ->
          new Registry(
              assets.with(part.productData(), registered(part.productData()).named()),
              parts.with(
                  part.part(),
                  Part.registered(part.part(), part.productData(), position, tx.timeOfTx(), now)),
              counted(statement.parties()));
      case Statement.TransferPart transfer ->
          new Registry(
              assets,
              parts.with(
                  transfer.part(),
                  part(transfer.part())
                      .orElseThrow(() -> new IllegalStateException("a part nobody registered"))
                      .handedTo(transfer.to(), position, tx.timeOfTx(), now)),
              counted(statement.parties()));
    };
  }

  private PersistentMap<Fingerprint, Asset> claimed(
      Statement.RecordOwnership claim, Transaction tx, Position position, Instant now) {
    Claim recorded = new Claim(tx.txId(), position, tx.timeOfTx(), now, claim.issuer());
    PersistentMap<Fingerprint, Asset> next =
        assets.with(claim.fingerprint(), Asset.claimed(recorded));
    for (Fingerprint source : Set.copyOf(claim.productData().file().derivedFrom())) {
      Optional<Asset> asset = next.get(source);
      if (asset.isPresent()) {
        next = next.with(source, asset.get().derivedOnce());
      }
    }
    return next;
  }

  private PersistentMap<Fingerprint, Asset> with(
      Statement.OfAsset statement, UnaryOperator<Asset> change) {
    return assets.with(statement.fingerprint(), change.apply(registered(statement.fingerprint())));
  }

  private Asset registered(Fingerprint fingerprint) {
    return asset(fingerprint)
        .orElseThrow(() -> new IllegalStateException("a statement about unregistered bytes"));
  }

  private PersistentMap<ResourceId, Integer> counted(List<ResourceId> parties) {
    PersistentMap<ResourceId, Integer> next = involvements;
    for (ResourceId party : new LinkedHashSet<>(parties)) {
      next = next.with(party, involvements(party) + 1);
    }
    return next;
  }
}
