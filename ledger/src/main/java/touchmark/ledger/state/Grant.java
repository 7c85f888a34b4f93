package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;

/// A send that gave its recipient a right.
///
/// @param timeOfTx the sender's word, which rule 2 compares
public record Grant(
    TxId txId, Position position, Instant timeOfTx, Instant blockTime, ResourceId from) {}
