package touchmark.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.ValidatorChange;

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

  /// How many validators decide for all, so that two such groups share an honest one: `ceil((n + f
  /// +
  /// 1) / 2)` of n, f of which may lie, `floor((n - 1) / 3)`.
  public int quorum() {
    return quorumOf(validators.size());
  }

  /// The quorum of a set of n validators.
  public static int quorumOf(int n) {
    int f = (n - 1) / 3;
    return (n + f + 2) / 2;
  }

  /// The set after a change, with the next number. It does not judge: the rules did.
  ValidatorSet after(ValidatorChange change) throws BadCertificateException {
    List<Validator> changed = new ArrayList<>(validators);
    switch (change) {
      case ValidatorChange.Add add ->
          changed.add(
              new Validator(add.organization(), Certificate.parse(add.sealingCertificate())));
      case ValidatorChange.Remove remove ->
          changed.removeIf(validator -> validator.organization().equals(remove.organization()));
      case ValidatorChange.Reseal reseal -> {
        Certificate sealing = Certificate.parse(reseal.sealingCertificate());
        changed.replaceAll(
            validator ->
                validator.organization().equals(reseal.organization())
                    ? new Validator(reseal.organization(), sealing)
                    : validator);
      }
    }
    return new ValidatorSet(number + 1, changed);
  }

  /// An organization that may seal, and the certificate of its seals.
  public record Validator(ResourceId organization, Certificate sealing) {}
}
