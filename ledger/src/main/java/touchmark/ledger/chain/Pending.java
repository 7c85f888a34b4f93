package touchmark.ledger.chain;

import java.util.OptionalInt;
import touchmark.ledger.rules.SignatureCheck;

/// A signature that is still to be checked.
///
/// @param transaction its place in the block; empty for the seal
public record Pending(OptionalInt transaction, SignatureCheck check) {
  Fault fault() {
    return new Fault(transaction, check.refusal().reason());
  }
}
