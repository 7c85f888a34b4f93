package touchmark.ledger.chain;

import java.util.OptionalInt;

/// Why a block does not count.
///
/// @param transaction its place in the block, where one is at fault
/// @param message one sentence: expected, found
public record Fault(OptionalInt transaction, String message) {
  static Fault ofBlock(String message) {
    return new Fault(OptionalInt.empty(), message);
  }

  static Fault ofTransaction(int index, String message) {
    return new Fault(OptionalInt.of(index), message);
  }
}
