package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Part;
import touchmark.ledger.state.State;

/// Only the present holder hands a part on, so that nobody hands it on twice: no double spending.
final class HolderHandsPartOver implements Rule {
  static final String NAME = "part, type C [extension of Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.TransferPart transfer)) {
      return Optional.empty();
    }
    Optional<Part> part = state.part(transfer.part());
    if (part.isEmpty()) {
      return refuse(
          NAME,
          RefusalCode.PART_UNKNOWN,
          "Nobody registered a part %s.".formatted(transfer.part()));
    }
    if (!part.get().holder().equals(transfer.from())) {
      return refuse(
          NAME,
          RefusalCode.NOT_PART_HOLDER,
          "The part %s is with %s since %s; %s cannot hand it over."
              .formatted(
                  transfer.part(),
                  state.membership().nameOf(part.get().holder()),
                  day(part.get().blockTime()),
                  state.membership().nameOf(transfer.from())));
    }
    Instant timeOfTx = submission.transaction().timeOfTx();
    return timeOfTx.isAfter(part.get().heldSince())
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.BAD_TIME,
            "The hand-over says %s, which is not after %s, when %s got the part."
                .formatted(
                    timeOfTx, part.get().heldSince(), state.membership().nameOf(transfer.from())));
  }
}
