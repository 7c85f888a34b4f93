package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.rules.PolicyHarness.PARTIES;
import static touchmark.ledger.rules.PolicyHarness.authority;
import static touchmark.ledger.rules.PolicyHarness.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.IssuedKey;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.state.ValidatorSet;

/// Who seals blocks, and how that changes.
class ValidatorRulesTest {
  private final PolicyHarness chain = PolicyHarness.network();

  private Statement change(ValidatorChange change, ResourceId... approvedBy) {
    return new Statement.ChangeValidators(change, chain.height() + 1, List.of(approvedBy));
  }

  private static ValidatorChange add(ResourceId organization) {
    return new ValidatorChange.Add(
        organization, PARTIES.organization(organization).sealer().certificate());
  }

  private static ValidatorChange reseal(ResourceId organization) {
    return new ValidatorChange.Reseal(
        organization, IssuedKey.sealing(organization, authority(organization).key()).certificate());
  }

  private List<ResourceId> sealing() {
    return chain.state().membership().validators().validators().stream()
        .map(ValidatorSet.Validator::organization)
        .toList();
  }

  @Test
  void aMemberBecomesAValidatorAtTheHeightThatWasAgreedOn() {
    Statement later = new Statement.ChangeValidators(add(BOLT), chain.height() + 3, List.of(ACME));
    chain.accept(later, by(ACME));
    assertThat(sealing()).containsExactly(ACME);
    chain.skipTo(chain.height() + 1);
    assertThat(sealing()).containsExactly(ACME);
    chain.skipTo(chain.height() + 1);
    assertThat(sealing()).containsExactly(ACME, BOLT);
    assertThat(chain.state().membership().validators().number()).isEqualTo(1);
  }

  @Test
  void theQuorumGrowsWithTheValidators() {
    chain.accept(change(add(BOLT), ACME), by(ACME));
    assertThat(chain.refusal(change(add(PRINT), ACME), by(ACME)))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    assertThat(chain.refusal(change(add(PRINT), ACME, PRINT), by(ACME), by(PRINT)))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    chain.accept(change(add(PRINT), ACME, BOLT), by(ACME), by(BOLT));
    assertThat(sealing()).containsExactly(ACME, BOLT, PRINT);
  }

  @Test
  void quorumsAreThoseOfTheDesign() {
    assertThat(ValidatorSet.quorumOf(1)).isEqualTo(1);
    assertThat(ValidatorSet.quorumOf(2)).isEqualTo(2);
    assertThat(ValidatorSet.quorumOf(3)).isEqualTo(2);
    assertThat(ValidatorSet.quorumOf(4)).isEqualTo(3);
    assertThat(ValidatorSet.quorumOf(7)).isEqualTo(5);
    assertThat(ValidatorSet.quorumOf(10)).isEqualTo(7);
    assertThat(ValidatorSet.quorumOf(48)).isEqualTo(32);
    assertThat(ValidatorSet.quorumOf(49)).isEqualTo(33);
  }

  @Test
  void aSealingCertificateIsReplacedBeforeItExpires() {
    IssuedKey fresh = IssuedKey.sealing(ACME, authority(ACME).key());
    chain.accept(change(new ValidatorChange.Reseal(ACME, fresh.certificate()), ACME), by(ACME));
    assertThat(chain.state().membership().validators().validators().getFirst().sealing().der())
        .isEqualTo(fresh.certificate());
  }

  @Test
  void anotherOrganizationsSealingCertificateIsRefused() {
    IssuedKey foreign = IssuedKey.sealing(ACME, authority(BOLT).key());
    IssuedKey misnamed = IssuedKey.sealing(BOLT, authority(ACME).key());
    assertThat(
            chain.refusal(
                change(new ValidatorChange.Reseal(ACME, foreign.certificate()), ACME), by(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    assertThat(
            chain.refusal(
                change(new ValidatorChange.Reseal(ACME, misnamed.certificate()), ACME), by(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void aValidatorIsRemovedAndNeverTheLast() {
    assertThat(chain.refusal(change(new ValidatorChange.Remove(ACME), ACME), by(ACME)))
        .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
    chain.accept(change(add(BOLT), ACME), by(ACME));
    chain.accept(change(new ValidatorChange.Remove(ACME), ACME, BOLT), by(ACME), authority(BOLT));
    assertThat(sealing()).containsExactly(BOLT);
    assertThat(chain.refusal(change(new ValidatorChange.Remove(ACME), BOLT), by(BOLT)))
        .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
  }

  @Test
  void aValidatorIsAddedOnce() {
    chain.accept(change(add(BOLT), ACME), by(ACME));
    IssuedKey second = IssuedKey.sealing(BOLT, authority(BOLT).key());
    assertThat(
            chain.refusal(
                change(new ValidatorChange.Add(BOLT, second.certificate()), ACME, BOLT),
                by(ACME),
                by(BOLT)))
        .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
  }

  @Test
  void theHeightLiesAheadAndNotTooFar() {
    for (long height : new long[] {chain.height(), chain.height() + 10_001}) {
      assertThat(
              chain.refusal(
                  new Statement.ChangeValidators(reseal(ACME), height, List.of(ACME)), by(ACME)))
          .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
    }
    chain.accept(
        new Statement.ChangeValidators(reseal(ACME), chain.height() + 10_000, List.of(ACME)),
        by(ACME));
  }

  @Test
  void oneChangeWaitsAtATime() {
    chain.accept(
        new Statement.ChangeValidators(reseal(ACME), chain.height() + 5, List.of(ACME)), by(ACME));
    assertThat(chain.refusal(change(reseal(ACME), ACME), by(ACME)))
        .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
  }

  @Test
  void aSoloNetworkKeepsItsOneValidatorAndMayReplaceItsCertificate() {
    PolicyHarness solo = PolicyHarness.members();
    long next = solo.height() + 1;
    assertThat(
            solo.refusal(new Statement.ChangeValidators(add(BOLT), next, List.of(ACME)), by(ACME)))
        .isEqualTo(RefusalCode.BAD_VALIDATOR_CHANGE);
    solo.accept(new Statement.ChangeValidators(reseal(ACME), next, List.of(ACME)), by(ACME));
  }

  @Test
  void anEnrolmentNeedsMoreThanHalfOfThePresentValidators() {
    chain.accept(change(add(BOLT), ACME), by(ACME));
    chain.accept(change(add(PRINT), ACME, BOLT), by(ACME), by(BOLT));
    ResourceId outsider = touchmark.ledger.TestParties.OUTSIDER;
    assertThat(
            chain.refusal(
                PARTIES.enrolment(outsider, "Outsider Inc", ACME), authority(outsider), by(ACME)))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    chain.accept(
        PARTIES.enrolment(outsider, "Outsider Inc", ACME, PRINT),
        authority(outsider),
        by(ACME),
        by(PRINT));
  }
}
