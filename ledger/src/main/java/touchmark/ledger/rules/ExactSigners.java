package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.state.State;

/// The signers are the required roles: none extra, missing or twice, and each has a signature.
final class ExactSigners implements Rule {
  static final String NAME = "signers [format: envelope]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    List<ResourceId> required =
        Role.of(submission.transaction().statement()).stream().map(Role::resource).toList();
    List<ResourceId> found =
        submission.transaction().signers().stream().map(Signer::resource).toList();
    if (!sorted(required).equals(sorted(found))) {
      return refuse(
          NAME,
          RefusalCode.WRONG_SIGNERS,
          "The statement must be signed in the name of %s, and it names %s."
              .formatted(names(required, state), names(found, state)));
    }
    int signatures = submission.envelope().signatures().size();
    if (signatures != found.size()) {
      return refuse(
          NAME,
          RefusalCode.WRONG_SIGNERS,
          "The transaction names %d signers and carries %d signatures."
              .formatted(found.size(), signatures));
    }
    return Optional.empty();
  }

  private static List<ResourceId> sorted(List<ResourceId> ids) {
    return ids.size() < 2 ? ids : ids.stream().sorted().toList();
  }

  private static String names(List<ResourceId> ids, State state) {
    return String.join(", ", ids.stream().map(id -> state.membership().nameOf(id)).toList());
  }
}
