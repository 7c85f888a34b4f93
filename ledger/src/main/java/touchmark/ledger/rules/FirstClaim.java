package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Ownership;
import touchmark.ledger.state.State;

/// Rule 3 [Section 3.4]: nobody claims what was claimed before. The prose counts: any claim earlier
/// in the chain blocks, whoever made it and whatever its timeOfTx (the printed condition
/// `RO1.issuer == RO2.issuer` would only stop an owner from claiming again).
final class FirstClaim implements Rule {
  static final String NAME = "rule 3 [Section 3.4]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.RecordOwnership claim)) {
      return Optional.empty();
    }
    return state
        .asset(claim.productData().fingerprint())
        .map(Asset::owner)
        .flatMap(earlier -> refused(claim, earlier, state));
  }

  private static Optional<Verdict.Refused> refused(
      Statement.RecordOwnership claim, Ownership earlier, State state) {
    String owner = state.membership().nameOf(earlier.owner());
    String since =
        "since %s (block %d)".formatted(day(earlier.blockTime()), earlier.position().height());
    return earlier.owner().equals(claim.issuer())
        ? refuse(
            NAME,
            RefusalCode.ALREADY_YOURS,
            "These bytes are registered to %s already, %s.".formatted(owner, since))
        : refuse(
            NAME,
            RefusalCode.CLAIMED_BY_OTHER,
            "These bytes are registered to %s, %s; %s cannot claim them."
                .formatted(owner, since, state.membership().nameOf(claim.issuer())));
  }
}
