package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;

/// The one claim of a fingerprint.
///
/// @param timeOfTx the issuer's word, which rule 1 compares
/// @param blockTime the time that counts as proof
public record Claim(
    TxId txId, Position position, Instant timeOfTx, Instant blockTime, ResourceId issuer) {}
