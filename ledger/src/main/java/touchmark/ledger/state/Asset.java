package touchmark.ledger.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.ResourceId;

/// A registered fingerprint: its claim, who received it, and how many transactions name it (so that
/// an index which lost one is found out).
///
/// @param transactions claims and sends of these bytes
/// @param derived claims that name them as their source
public record Asset(
    Claim claim, PersistentMap<ResourceId, Holding> holdings, int transactions, int derived) {

  static Asset claimed(Claim claim) {
    return new Asset(claim, PersistentMap.empty(), 1, 0);
  }

  /// Whether the party owns or received these bytes.
  public boolean heldBy(ResourceId party) {
    return claim.issuer().equals(party) || holdings.containsKey(party);
  }

  public Optional<Holding> holding(ResourceId party) {
    return holdings.get(party);
  }

  /// The owner first, then by the order in which they received it.
  public List<ResourceId> holders() {
    List<PersistentMap.Entry<ResourceId, Holding>> received = new ArrayList<>();
    holdings.forEach(received::add);
    received.sort(Comparator.comparing(entry -> entry.value().received().position()));
    List<ResourceId> parties = new ArrayList<>();
    parties.add(claim.issuer());
    received.stream()
        .map(PersistentMap.Entry::key)
        .filter(party -> !party.equals(claim.issuer()))
        .forEach(parties::add);
    return parties;
  }

  Asset sent(ResourceId to, Grant grant, boolean forward) {
    Holding holding =
        holdings
            .get(to)
            .map(known -> known.plus(grant, forward))
            .orElseGet(() -> Holding.of(grant, forward));
    return new Asset(claim, holdings.with(to, holding), transactions + 1, derived);
  }

  Asset derivedOnce() {
    return new Asset(claim, holdings, transactions, derived + 1);
  }
}
