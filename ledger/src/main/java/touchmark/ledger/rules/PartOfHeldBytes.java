package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;
import static touchmark.ledger.rules.Words.shortly;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Part;
import touchmark.ledger.state.State;

/// A part is registered once, by a maker who owns or received the bytes that it was made from.
final class PartOfHeldBytes implements Rule {
  static final String NAME = "part [extension of Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.RegisterPart registration)) {
      return Optional.empty();
    }
    String maker = state.membership().nameOf(registration.part().maker());
    Optional<Part> earlier = state.part(registration.part());
    if (earlier.isPresent()) {
      return refuse(
          NAME,
          RefusalCode.PART_EXISTS,
          "%s registered a part %s already; a serial number names one part."
              .formatted(maker, registration.part().serialNumber()));
    }
    boolean held =
        state
            .asset(registration.productData())
            .map(asset -> asset.heldBy(registration.part().maker()))
            .orElse(false);
    return held
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.NOT_A_HOLDER,
            "%s neither owns nor received the bytes %s that the part was made from."
                .formatted(maker, shortly(registration.productData())));
  }
}
