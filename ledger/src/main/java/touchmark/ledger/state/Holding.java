package touchmark.ledger.state;

import java.util.Optional;

/// What one party received of one asset. Rights only add up, so two sends say it all.
///
/// @param received the first send to this party
/// @param forward of the sends that let it send on, the one with the smallest timeOfTx (the first
///   in the chain among equals)
public record Holding(Grant received, Optional<Grant> forward) {

  static Holding of(Grant grant, boolean forward) {
    return new Holding(grant, forward ? Optional.of(grant) : Optional.empty());
  }

  Holding plus(Grant grant, boolean mayForward) {
    boolean better =
        mayForward
            && forward.map(known -> grant.timeOfTx().isBefore(known.timeOfTx())).orElse(true);
    return better ? new Holding(received, Optional.of(grant)) : this;
  }
}
