package touchmark.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.ResourceId;

/// Who may seal blocks, in the order of their turns.
///
/// @param number counted from 0, stands in every header
public record ValidatorSet(int number, List<Validator> validators) {
  public ValidatorSet {
    validators = List.copyOf(validators);
  }

  static ValidatorSet first(Genesis genesis) throws BadCertificateException {
    List<Validator> validators = new ArrayList<>();
    for (Genesis.Validator validator : genesis.validators()) {
      validators.add(
          new Validator(
              validator.organization(), Certificate.parse(validator.sealingCertificate())));
    }
    return new ValidatorSet(0, validators);
  }

  public Optional<Validator> find(ResourceId organization) {
    return validators.stream().filter(v -> v.organization().equals(organization)).findFirst();
  }

  /// How many approvals are more than half.
  public int majority() {
    return validators.size() / 2 + 1;
  }

  /// An organization that may seal, and the certificate of its seals.
  public record Validator(ResourceId organization, Certificate sealing) {}
}
