package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;
import static touchmark.ledger.rules.Words.shortly;

import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// Extension: whoever claims a file made from others holds those others.
final class SourcesHeld implements Rule {
  static final String NAME = "sources [extension of Section 3.1]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.RecordOwnership claim)) {
      return Optional.empty();
    }
    for (Fingerprint source : claim.productData().file().derivedFrom()) {
      if (!state.asset(source).map(asset -> asset.heldBy(claim.issuer())).orElse(false)) {
        return refuse(
            NAME,
            RefusalCode.SOURCE_NOT_HELD,
            "%s neither owns nor received the source %s that this file derives from."
                .formatted(state.membership().nameOf(claim.issuer()), shortly(source)));
      }
    }
    return Optional.empty();
  }
}
