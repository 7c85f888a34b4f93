package touchmark.ledger.rules;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.state.State;

/// All rules, in the order in which they are asked. The first that refuses is the answer. Safe for
/// use by any thread.
public final class Policy {
  private final List<Rule> rules;

  /// @param certificates remembers which certificate was issued by whom
  public Policy(Certificates certificates) {
    this.rules =
        List.of(
            new SameNetwork(),
            new OnlyOnce(),
            new InTime(),
            new KnownParties(),
            new ExactSigners(),
            new SignerCertificates(certificates),
            new DelegationInForce(),
            new OwnPeople(),
            new NotEnrolledBefore(),
            new OwnCertificates(certificates),
            new Approved(),
            new Revocable(),
            new Quorum(),
            new SoundSuccession(),
            new FirstClaim(),
            new SourcesHeld(),
            new RightToSend(),
            new OwnerHandsOver(),
            new OwnerWithdraws(),
            new DisputedOnce(),
            new PartOfHeldBytes(),
            new HolderHandsPartOver());
  }

  /// Judges everything.
  public Verdict judge(Submission submission, State state) {
    return judgeStatement(submission, state)
        .or(
            () ->
                signatures(submission, state).stream()
                    .filter(check -> !check.holds())
                    .findFirst()
                    .map(SignatureCheck::refusal))
        .<Verdict>map(refused -> refused)
        .orElseGet(Verdict.Accepted::new);
  }

  /// Judges everything but the signatures.
  public Optional<Verdict.Refused> judgeStatement(Submission submission, State state) {
    for (Rule rule : rules) {
      Optional<Verdict.Refused> refused = rule.judge(submission, state);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  /// What remains to be checked of a submission that [#judgeStatement] accepted.
  public List<SignatureCheck> signatures(Submission submission, State state) {
    return SignatureCheck.of(submission, state);
  }
}
