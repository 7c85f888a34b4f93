package touchmark.ledger.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Position;
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

  /// Where the transactions stand that gave a party what it has: the claim, and the sends along the
  /// way to it, oldest first. Empty for a party that was never named.
  public List<Position> provenance(ResourceId party) {
    Deque<Position> way = new ArrayDeque<>();
    Optional<Grant> grant = holding(party).map(h -> h.forward().orElse(h.received()));
    if (claim.issuer().equals(party)) {
      grant = Optional.empty();
    } else if (grant.isEmpty()) {
      return List.of();
    }
    while (grant.isPresent()) {
      way.addFirst(grant.get().position());
      ResourceId sender = grant.get().from();
      // Ends: the send that a sender's right rests on has a smaller timeOfTx than what he sends.
      grant =
          claim.issuer().equals(sender)
              ? Optional.empty()
              : holding(sender).flatMap(Holding::forward);
    }
    way.addFirst(claim.position());
    return List.copyOf(way);
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
