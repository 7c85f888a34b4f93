package touchmark.ledger.receipt;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.proof.SignatureType;

/// A signature of a checkpoint by a key that the policy trusts.
///
/// @param name the key's
/// @param time when it was made, by the signer's clock; a log's signature has none
public record Voucher(String name, SignatureType type, Optional<Instant> time) {}
