package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.state.State;

/// A transaction is not from the future, and no block takes it after its `validUntil` [Section
/// 2.1].
final class InTime implements Rule {
  static final String NAME = "time [Section 2.1]";

  /// How far clocks may differ.
  static final Duration TOLERANCE = Duration.ofMinutes(2);

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    Transaction tx = submission.transaction();
    Instant blockTime = submission.blockTime();
    if (tx.timeOfTx().isAfter(blockTime.plus(TOLERANCE))) {
      return refuse(
          NAME,
          RefusalCode.BAD_TIME,
          "The transaction says it was made at %s, more than 2 minutes after the block's time %s; is a clock wrong?"
              .formatted(tx.timeOfTx(), blockTime));
    }
    if (blockTime.isAfter(tx.validUntil())) {
      return refuse(
          NAME,
          RefusalCode.BAD_TIME,
          "The transaction was valid until %s, and the block's time is %s; make it again, or set the clock right."
              .formatted(tx.validUntil(), blockTime));
    }
    return Optional.empty();
  }
}
