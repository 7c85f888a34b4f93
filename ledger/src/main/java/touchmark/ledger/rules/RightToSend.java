package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;
import static touchmark.ledger.rules.Words.shortly;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Grant;
import touchmark.ledger.state.Holding;
import touchmark.ledger.state.State;

/// A send is valid by rule 1 or by rule 2 [Section 3.4].
final class RightToSend implements Rule {

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.SendProductData send)) {
      return Optional.empty();
    }
    Optional<Asset> asset = state.asset(send.productData());
    if (asset.isEmpty()) {
      return refuse(
          OwnerMaySend.NAME,
          RefusalCode.NOT_REGISTERED,
          "Nobody registered the bytes %s; they can be sent after their owner claims them."
              .formatted(shortly(send.productData())));
    }
    Instant timeOfTx = submission.transaction().timeOfTx();
    boolean allowed =
        OwnerMaySend.allows(asset.get(), send.from(), timeOfTx)
            || RecipientMayForward.allows(asset.get(), send.from(), timeOfTx);
    return allowed ? Optional.empty() : why(send, timeOfTx, asset.get(), state);
  }

  private static Optional<Verdict.Refused> why(
      Statement.SendProductData send, Instant timeOfTx, Asset asset, State state) {
    String sender = state.membership().nameOf(send.from());
    Optional<Grant> forward = RecipientMayForward.grant(asset, send.from());
    if (OwnerMaySend.isOwner(asset, send.from())) {
      String since = asset.earlierOwners().isEmpty() ? "claim" : "transfer of ownership";
      return tooEarly(OwnerMaySend.NAME, timeOfTx, since, asset.owner().timeOfTx());
    }
    if (forward.isPresent()) {
      return tooEarly(
          RecipientMayForward.NAME,
          timeOfTx,
          "send that gave the right to it",
          forward.get().timeOfTx());
    }
    String owner = state.membership().nameOf(asset.owner().owner());
    String since = day(asset.owner().blockTime());
    Optional<Holding> holding = asset.holding(send.from());
    if (holding.isPresent()) {
      Grant received = holding.get().received();
      return refuse(
          RecipientMayForward.NAME,
          RefusalCode.NO_RIGHT_TO_FORWARD,
          "%s received these bytes from %s on %s without the right to pass them on; %s owns them."
              .formatted(
                  sender,
                  state.membership().nameOf(received.from()),
                  day(received.blockTime()),
                  owner));
    }
    boolean ownedOnce =
        asset.owners().stream().anyMatch(earlier -> earlier.owner().equals(send.from()));
    return refuse(
        OwnerMaySend.NAME,
        RefusalCode.NOT_A_HOLDER,
        (ownedOnce
                ? "%s owns these bytes no more and did not receive them; they belong to %s since"
                    + " %s."
                : "%s neither owns nor received these bytes; they are registered to %s since %s.")
            .formatted(sender, owner, since));
  }

  private static Optional<Verdict.Refused> tooEarly(
      String rule, Instant timeOfTx, String what, Instant earlier) {
    return refuse(
        rule,
        RefusalCode.BAD_TIME,
        "The send says %s, which is not after the %s at %s.".formatted(timeOfTx, what, earlier));
  }
}
