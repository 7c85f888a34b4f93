package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;
import static touchmark.ledger.rules.Words.shortly;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.State;

/// What only the present owner may do, after the claim or transfer that made him the owner.
final class PresentOwner {
  private PresentOwner() {}

  /// @param what for example `hand them over`
  static Optional<Verdict.Refused> judge(
      String rule,
      String what,
      ResourceId party,
      Fingerprint fingerprint,
      Instant timeOfTx,
      State state) {
    Optional<Asset> asset = state.asset(fingerprint);
    if (asset.isEmpty()) {
      return refuse(
          rule,
          RefusalCode.NOT_REGISTERED,
          "Nobody registered the bytes %s; nobody can %s.".formatted(shortly(fingerprint), what));
    }
    if (!asset.get().ownedBy(party)) {
      return refuse(
          rule,
          RefusalCode.NOT_OWNER,
          "Only the owner can %s: %s, since %s; not %s."
              .formatted(
                  what,
                  state.membership().nameOf(asset.get().owner().owner()),
                  day(asset.get().owner().blockTime()),
                  state.membership().nameOf(party)));
    }
    Instant since = asset.get().owner().timeOfTx();
    return timeOfTx.isAfter(since)
        ? Optional.empty()
        : refuse(
            rule,
            RefusalCode.BAD_TIME,
            "The statement says %s, which is not after %s, when %s became the owner."
                .formatted(timeOfTx, since, state.membership().nameOf(party)));
  }
}
