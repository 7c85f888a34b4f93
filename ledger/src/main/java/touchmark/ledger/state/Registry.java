package touchmark.ledger.state;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Who claimed and received what. Immutable.
///
/// @param involvements how many claims and sends name a party
public record Registry(
    PersistentMap<Fingerprint, Asset> assets, PersistentMap<ResourceId, Integer> involvements) {

  static Registry begin() {
    return new Registry(PersistentMap.empty(), PersistentMap.empty());
  }

  public Optional<Asset> asset(Fingerprint fingerprint) {
    return assets.get(fingerprint);
  }

  /// How many claims and sends name the party.
  public int involvements(ResourceId party) {
    return involvements.get(party).orElse(0);
  }

  Registry after(Statement.RecordOwnership claim, Claim recorded) {
    Fingerprint fingerprint = claim.productData().fingerprint();
    PersistentMap<Fingerprint, Asset> next = assets.with(fingerprint, Asset.claimed(recorded));
    for (Fingerprint source : Set.copyOf(claim.productData().file().derivedFrom())) {
      Optional<Asset> asset = next.get(source);
      if (asset.isPresent()) {
        next = next.with(source, asset.get().derivedOnce());
      }
    }
    return new Registry(next, counted(Set.of(claim.issuer())));
  }

  Registry after(Statement.SendProductData send, Grant grant) {
    Asset asset =
        asset(send.productData())
            .orElseThrow(() -> new IllegalStateException("a send of unregistered bytes"));
    Set<ResourceId> parties = new LinkedHashSet<>();
    parties.add(send.from());
    parties.add(send.to());
    return new Registry(
        assets.with(send.productData(), asset.sent(send.to(), grant, send.forward())),
        counted(parties));
  }

  private PersistentMap<ResourceId, Integer> counted(Set<ResourceId> parties) {
    PersistentMap<ResourceId, Integer> next = involvements;
    for (ResourceId party : parties) {
      next = next.with(party, involvements(party) + 1);
    }
    return next;
  }
}
