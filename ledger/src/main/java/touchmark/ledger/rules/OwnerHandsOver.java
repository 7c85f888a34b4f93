package touchmark.ledger.rules;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// Only the present owner hands ownership over; the new one signs too, as [ExactSigners] asks.
final class OwnerHandsOver implements Rule {
  static final String NAME = "transfer of ownership [extension of Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    return submission.transaction().statement() instanceof Statement.TransferOwnership transfer
        ? PresentOwner.judge(
            NAME,
            "hand them over",
            transfer.from(),
            transfer.productData(),
            submission.transaction().timeOfTx(),
            state)
        : Optional.empty();
  }
}
