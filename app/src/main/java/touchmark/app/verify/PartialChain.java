package touchmark.app.verify;

import java.util.Set;

/// Weighs answers while the chain on this disk is damaged: its later blocks may register the very
/// bytes, or give the very right, that is missing before the damage.
final class PartialChain {
  /// What a check calls a FAIL that rests on something the chain does not say.
  private static final Set<String> MISSING =
      Set.of("OTHER_BYTES", "NO_RIGHT", "SOURCE_NOT_HELD", "FOREIGN_VOID");

  private PartialChain() {}

  /// The answer as it may be given: what the chain lacks is held against nobody where the chain
  /// itself is not whole.
  static Check weigh(Case file, Check check) {
    if (check.state() != State.FAIL
        || !MISSING.contains(check.code())
        || file.ledger().readOnlyBecause().isEmpty()) {
      return check;
    }
    return new Check(
        check.axis(),
        State.UNKNOWN,
        check.code(),
        "The chain on this disk is damaged, and what is behind the damage may say otherwise: "
            + check.message(),
        check.evidence(),
        check.findings());
  }
}
