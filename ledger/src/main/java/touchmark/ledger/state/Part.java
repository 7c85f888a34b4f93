package touchmark.ledger.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;

/// A registered physical part, and in whose hands it is.
///
/// @param madeFrom the bytes that it was made from
/// @param holder who has it now; nobody else can hand it on
/// @param heldSince timeOfTx of the registration or transfer that gave it to the holder
/// @param blockTime of that transaction, the time that counts as proof
/// @param holders who got it where, the maker first
public record Part(
    PartId id,
    Fingerprint madeFrom,
    ResourceId holder,
    Instant heldSince,
    Instant blockTime,
    PersistentMap<Position, ResourceId> holders) {

  static Part registered(
      PartId id, Fingerprint madeFrom, Position position, Instant timeOfTx, Instant blockTime) {
    return new Part(
        id,
        madeFrom,
        id.maker(),
        timeOfTx,
        blockTime,
        PersistentMap.<Position, ResourceId>empty().with(position, id.maker()));
  }

  Part handedTo(ResourceId taker, Position position, Instant timeOfTx, Instant now) {
    return new Part(id, madeFrom, taker, timeOfTx, now, holders.with(position, taker));
  }

  /// Where its registration and transfers stand, oldest first.
  public List<Position> history() {
    List<Position> positions = new ArrayList<>(holders.size());
    holders.forEach(entry -> positions.add(entry.key()));
    return positions;
  }
}
