package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.state.State;
import touchmark.ledger.state.Succession;
import touchmark.ledger.state.ValidatorSet;

/// A change of validators fits to those in force, comes into force in a later block, and not while
/// another one waits.
final class SoundSuccession implements Rule {
  static final String NAME = "validators [extension of Section 2.1]";

  /// How many blocks ahead a change may be agreed on: no slip of the pen blocks others for ever.
  static final int FURTHEST = 10_000;

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.ChangeValidators change)) {
      return Optional.empty();
    }
    Optional<Succession> waiting = state.membership().succession();
    if (waiting.isPresent()) {
      return wrong(
          "Another change of validators waits for block %d; this one can be agreed on after it."
              .formatted(waiting.get().activationHeight()));
    }
    long block = state.height();
    if (change.activationHeight() <= block || change.activationHeight() > block + FURTHEST) {
      return wrong(
          "The change names block %d; it must be later than block %d, which would hold it, by at most %d."
              .formatted(change.activationHeight(), block, FURTHEST));
    }
    return fits(change.change(), state);
  }

  private static Optional<Verdict.Refused> fits(ValidatorChange change, State state) {
    ValidatorSet validators = state.membership().validators();
    ResourceId id = change.organization();
    boolean seals = validators.find(id).isPresent();
    boolean solo = state.genesis().mode() == NetworkMode.SOLO;
    String name = state.membership().nameOf(id);
    return switch (change) {
      case ValidatorChange.Add _ -> {
        if (seals) {
          yield wrong("%s is a validator already.".formatted(name));
        }
        if (solo) {
          yield wrong("A solo network has one validator; join a network to have more.");
        }
        yield validators.validators().size() < mostValidators()
            ? Optional.empty()
            : wrong(
                "A network has at most %d validators, so that a quorum fits into one transaction."
                    .formatted(mostValidators()));
      }
      case ValidatorChange.Remove _ -> {
        if (!seals) {
          yield wrong("%s is no validator.".formatted(name));
        }
        yield validators.validators().size() > 1
            ? Optional.empty()
            : wrong("%s is the only validator; without one nobody could seal.".formatted(name));
      }
      case ValidatorChange.Reseal _ ->
          seals ? Optional.empty() : wrong("%s is no validator.".formatted(name));
    };
  }

  /// The largest set whose quorum is no more than the signers of one transaction: 48.
  private static int mostValidators() {
    int most = 1;
    while (ValidatorSet.quorumOf(most + 1) <= Transaction.MOST_SIGNERS) {
      most++;
    }
    return most;
  }

  private static Optional<Verdict.Refused> wrong(String reason) {
    return refuse(NAME, RefusalCode.BAD_VALIDATOR_CHANGE, reason);
  }
}
