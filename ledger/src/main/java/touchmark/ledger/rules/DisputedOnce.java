package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;
import static touchmark.ledger.rules.Words.shortly;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Objection;
import touchmark.ledger.state.State;

/// Anybody who is enrolled disputes what is registered, once each.
final class DisputedOnce implements Rule {
  static final String NAME = "dispute [extension of Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.Dispute dispute)) {
      return Optional.empty();
    }
    Optional<Asset> asset = state.asset(dispute.productData());
    if (asset.isEmpty()) {
      return refuse(
          NAME,
          RefusalCode.NOT_REGISTERED,
          "Nobody registered the bytes %s; there is nothing to dispute."
              .formatted(shortly(dispute.productData())));
    }
    Optional<Objection> earlier = asset.get().disputes().get(dispute.issuer());
    return earlier.isEmpty()
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.ALREADY_DISPUTED,
            "%s disputes these bytes already, since %s (block %d)."
                .formatted(
                    state.membership().nameOf(dispute.issuer()),
                    day(earlier.get().blockTime()),
                    earlier.get().position().height()));
  }
}
