package touchmark.ledger.state;

import java.time.Instant;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.RevocationReason;

/// Where and why a certificate stopped counting.
///
/// @param blockTime the time that counts as proof
public record Revocation(RevocationReason reason, Position position, Instant blockTime) {}
