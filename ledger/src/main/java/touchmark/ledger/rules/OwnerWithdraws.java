package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.State;

/// Only the present owner withdraws a version, and once.
final class OwnerWithdraws implements Rule {
  static final String NAME = "withdrawal [extension of Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    return submission.transaction().statement() instanceof Statement.WithdrawVersion withdrawal
        ? PresentOwner.judge(
                NAME,
                "withdraw them",
                withdrawal.owner(),
                withdrawal.productData(),
                submission.transaction().timeOfTx(),
                state)
            .or(() -> again(withdrawal.productData(), state))
        : Optional.empty();
  }

  private static Optional<Verdict.Refused> again(Fingerprint fingerprint, State state) {
    return state
        .asset(fingerprint)
        .flatMap(Asset::withdrawal)
        .flatMap(
            earlier ->
                refuse(
                    NAME,
                    RefusalCode.ALREADY_WITHDRAWN,
                    "%s withdrew these bytes on %s already (block %d)."
                        .formatted(
                            state.membership().nameOf(earlier.by()),
                            day(earlier.blockTime()),
                            earlier.position().height())));
  }
}
