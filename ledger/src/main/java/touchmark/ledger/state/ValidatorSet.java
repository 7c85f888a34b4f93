package touchmark.ledger.state;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.ResourceId;

/// Who may seal blocks, in the order of their turns.
///
/// @param number counted from 0, stands in every header
public record ValidatorSet(int number, List<Genesis.Validator> validators) {
  public ValidatorSet {
    validators = List.copyOf(validators);
  }

  public Optional<Genesis.Validator> find(ResourceId organization) {
    return validators.stream().filter(v -> v.organization().equals(organization)).findFirst();
  }

  /// How many approvals are more than half.
  public int majority() {
    return validators.size() / 2 + 1;
  }
}
