package touchmark.ledger.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;

/// A registered fingerprint: its claim, who owns it, who received it, what was said against it, and
/// how many transactions name it (so that an index which lost one is found out).
///
/// @param owner who owns it now: the issuer of the claim, or of the last transfer the new owner
/// @param earlierOwners by the place in the chain where each began
/// @param withdrawal the owner's recall
/// @param disputes by whom
/// @param transactions what the chain says of these bytes
/// @param derived claims that name them as their source
public record Asset(
    Claim claim,
    Ownership owner,
    PersistentMap<Position, Ownership> earlierOwners,
    PersistentMap<ResourceId, Holding> holdings,
    Optional<Objection> withdrawal,
    PersistentMap<ResourceId, Objection> disputes,
    int transactions,
    int derived) {

  static Asset claimed(Claim claim) {
    return new Asset(
        claim,
        new Ownership(claim.issuer(), claim.position(), claim.timeOfTx(), claim.blockTime()),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty(),
        PersistentMap.empty(),
        1,
        0);
  }

  /// Whether the party owns these bytes now.
  public boolean ownedBy(ResourceId party) {
    return owner.owner().equals(party);
  }

  /// Whether the party owns or received these bytes.
  public boolean heldBy(ResourceId party) {
    return ownedBy(party) || holdings.containsKey(party);
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
    parties.add(owner.owner());
    received.stream()
        .map(PersistentMap.Entry::key)
        .filter(party -> !ownedBy(party))
        .forEach(parties::add);
    return parties;
  }

  /// Where the transactions stand that gave a party what it has: the claim, the transfers and sends
  /// along the way to it, oldest first. Empty for a party that was never named.
  public List<Position> provenance(ResourceId party) {
    TreeSet<Position> way = new TreeSet<>();
    if (ownedBy(party)) {
      way.addAll(ownedUpTo(owner.position()));
      return List.copyOf(way);
    }
    Optional<Grant> grant = holding(party).map(h -> h.forward().orElse(h.received()));
    while (grant.isPresent()) {
      Grant given = grant.get();
      way.add(given.position());
      Optional<Ownership> owned = ownership(given.from(), given);
      owned.map(Ownership::position).map(this::ownedUpTo).ifPresent(way::addAll);
      // Ends: the send that a sender's right rests on has a smaller timeOfTx than what he sends.
      grant =
          owned.isPresent() ? Optional.empty() : holding(given.from()).flatMap(Holding::forward);
    }
    return List.copyOf(way);
  }

  /// The ownership in which a party made a send, if it owned the bytes then.
  private Optional<Ownership> ownership(ResourceId party, Grant send) {
    Optional<Ownership> then = Optional.empty();
    for (Ownership one : owners()) {
      if (one.position().compareTo(send.position()) < 0) {
        then = Optional.of(one);
      }
    }
    return then.filter(one -> one.owner().equals(party))
        .filter(one -> one.timeOfTx().isBefore(send.timeOfTx()));
  }

  private List<Position> ownedUpTo(Position last) {
    return owners().stream()
        .map(Ownership::position)
        .filter(position -> position.compareTo(last) <= 0)
        .toList();
  }

  /// Who owned it, the issuer of the claim first.
  public List<Ownership> owners() {
    List<Ownership> owners = new ArrayList<>();
    earlierOwners.forEach(entry -> owners.add(entry.value()));
    owners.add(owner);
    return owners;
  }

  Asset sent(ResourceId to, Grant grant, boolean forward) {
    Holding holding =
        holdings
            .get(to)
            .map(known -> known.plus(grant, forward))
            .orElseGet(() -> Holding.of(grant, forward));
    return new Asset(
        claim,
        owner,
        earlierOwners,
        holdings.with(to, holding),
        withdrawal,
        disputes,
        transactions + 1,
        derived);
  }

  Asset handedTo(Ownership next) {
    return new Asset(
        claim,
        next,
        earlierOwners.with(owner.position(), owner),
        holdings,
        withdrawal,
        disputes,
        transactions + 1,
        derived);
  }

  Asset withdrawn(Objection recall) {
    return new Asset(
        claim,
        owner,
        earlierOwners,
        holdings,
        Optional.of(recall),
        disputes,
        transactions + 1,
        derived);
  }

  Asset disputed(Objection dispute) {
    return new Asset(
        claim,
        owner,
        earlierOwners,
        holdings,
        withdrawal,
        disputes.with(dispute.by(), dispute),
        transactions + 1,
        derived);
  }

  /// A part was made from these bytes.
  Asset named() {
    return new Asset(
        claim, owner, earlierOwners, holdings, withdrawal, disputes, transactions + 1, derived);
  }

  Asset derivedOnce() {
    return new Asset(
        claim, owner, earlierOwners, holdings, withdrawal, disputes, transactions, derived + 1);
  }
}
