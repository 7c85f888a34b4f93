package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.state.KnownPerson;
import touchmark.ledger.state.State;

/// A person signs for an organization while a delegation for that act is in force, and for herself
/// always.
final class DelegationInForce implements Rule {
  static final String NAME = "delegation [extension of Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    for (Signatory signatory : SignerCertificates.signatories(submission.transaction(), state)) {
      Optional<ResourceId> person = signatory.person().map(KnownPerson::person);
      ResourceId resource = signatory.role().resource();
      if (person.isPresent()
          && !person.get().equals(resource)
          && !state.membership().mayAct(person.get(), resource, act(signatory.role()))) {
        return refuse(
            NAME,
            RefusalCode.NO_DELEGATION,
            "%s has not delegated %s to %s."
                .formatted(
                    state.membership().nameOf(resource), act(signatory.role()), person.get()));
      }
    }
    return Optional.empty();
  }

  private static Act act(Role role) {
    return switch (role.power()) {
      case CLAIM -> Act.CLAIM;
      case SEND -> Act.SEND;
      case ADMINISTER, APPROVE, AUTHORITY -> Act.ADMIN;
    };
  }
}
