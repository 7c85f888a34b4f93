package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.OUTSIDER;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.fingerprint;
import static touchmark.ledger.rules.PolicyHarness.authority;
import static touchmark.ledger.rules.PolicyHarness.by;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import touchmark.ledger.TestParties;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;

/// Transfer, withdrawal and dispute.
class OwnershipRulesTest {
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final Commitment REASON = new Commitment(fingerprint("reason").digest());
  private static final Statement TO_BOLT = new Statement.TransferOwnership(ACME, BOLT, BRACKET);

  private final PolicyHarness chain = PolicyHarness.members();

  private void claim() {
    chain.accept(TestParties.claimOf(ACME, BRACKET), by(ACME));
  }

  private void handOver() {
    claim();
    chain.accept(TO_BOLT, by(ACME), by(BOLT));
  }

  private static Statement send(
      touchmark.ledger.model.ResourceId from,
      touchmark.ledger.model.ResourceId to,
      boolean forward) {
    return new Statement.SendProductData(from, to, BRACKET, forward);
  }

  @Test
  void ownershipIsHandedOverByBothAndTheNewOwnerSends() {
    handOver();
    assertThat(chain.judge(send(BOLT, PRINT, false), List.of(by(BOLT))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aTransferWithoutTheNewOwnersSignatureIsRefused() {
    claim();
    assertThat(chain.refusal(TO_BOLT, by(ACME))).isEqualTo(RefusalCode.WRONG_SIGNERS);
    assertThat(chain.refusal(TO_BOLT, by(BOLT))).isEqualTo(RefusalCode.WRONG_SIGNERS);
  }

  @Test
  void theFormerOwnerSendsNoMoreUnlessHeIsGivenTheRight() {
    handOver();
    Verdict verdict = chain.judge(send(ACME, PRINT, false), List.of(by(ACME)));
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Refused(
                "rule 1 [Section 3.4]",
                RefusalCode.NOT_A_HOLDER,
                "Acme GmbH owns these bytes no more and did not receive them; they belong to Bolt"
                    + " Ltd since 2026-11-22."));
    chain.accept(send(BOLT, ACME, true), by(BOLT));
    assertThat(chain.judge(send(ACME, PRINT, false), List.of(by(ACME))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void rightsToForwardThatWereGivenBeforeStay() {
    claim();
    chain.accept(send(ACME, PRINT, true), by(ACME));
    chain.accept(TO_BOLT, by(ACME), by(BOLT));
    assertThat(chain.judge(send(PRINT, ACME, false), List.of(by(PRINT))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void onlyThePresentOwnerHandsOver() {
    assertThat(chain.refusal(TO_BOLT, by(ACME), by(BOLT))).isEqualTo(RefusalCode.NOT_REGISTERED);
    handOver();
    assertThat(chain.refusal(TO_BOLT, by(ACME), by(BOLT))).isEqualTo(RefusalCode.NOT_OWNER);
    chain.accept(new Statement.TransferOwnership(BOLT, ACME, BRACKET), by(BOLT), by(ACME));
    chain.accept(send(ACME, PRINT, false), by(ACME));
  }

  @Test
  void ownershipIsNotHandedToAStrangerNorByAnAuthority() {
    claim();
    assertThat(
            chain.refusal(
                new Statement.TransferOwnership(ACME, OUTSIDER, BRACKET),
                by(ACME),
                authority(OUTSIDER)))
        .isEqualTo(RefusalCode.UNKNOWN_RESOURCE);
    assertThat(chain.refusal(TO_BOLT, authority(ACME), by(BOLT)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void handingOverTakesADelegationForIt() {
    claim();
    chain.accept(new Statement.Delegate(ACME, ERIN, Set.of(Act.CLAIM, Act.SEND)), authority(ACME));
    assertThat(chain.refusal(TO_BOLT, by(ACME), by(BOLT))).isEqualTo(RefusalCode.NO_DELEGATION);
  }

  @Test
  void aTransferIsLaterThanTheClaim() {
    claim();
    Submission early =
        chain.signed(chain.now().minusSeconds(60), TO_BOLT, List.of(by(ACME), by(BOLT)));
    assertThat(PolicyHarness.refusal(chain.judge(early))).isEqualTo(RefusalCode.BAD_TIME);
  }

  @Test
  void theNewOwnersSendIsLaterThanTheTransfer() {
    handOver();
    Submission early =
        chain.signed(chain.now().minusSeconds(60), send(BOLT, PRINT, false), List.of(by(BOLT)));
    assertThat(PolicyHarness.refusal(chain.judge(early))).isEqualTo(RefusalCode.BAD_TIME);
  }

  @Test
  void claimingAgainIsRefusedInTheNameOfThePresentOwner() {
    handOver();
    assertThat(chain.refusal(TestParties.claimOf(ACME, BRACKET), by(ACME)))
        .isEqualTo(RefusalCode.CLAIMED_BY_OTHER);
    assertThat(chain.refusal(TestParties.claimOf(BOLT, BRACKET), by(BOLT)))
        .isEqualTo(RefusalCode.ALREADY_YOURS);
  }

  @Test
  void theFormerOwnerMakesNothingOfTheBytesAnyMore() {
    handOver();
    Fingerprint sliced = fingerprint("sliced");
    assertThat(chain.refusal(TestParties.claimOf(ACME, sliced, BRACKET), by(ACME)))
        .isEqualTo(RefusalCode.SOURCE_NOT_HELD);
    assertThat(chain.judge(TestParties.claimOf(BOLT, sliced, BRACKET), List.of(by(BOLT))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void theOwnerWithdrawsOnce() {
    claim();
    assertThat(chain.refusal(new Statement.WithdrawVersion(BOLT, BRACKET), by(BOLT)))
        .isEqualTo(RefusalCode.NOT_OWNER);
    chain.accept(new Statement.WithdrawVersion(ACME, BRACKET), by(ACME));
    assertThat(chain.refusal(new Statement.WithdrawVersion(ACME, BRACKET), by(ACME)))
        .isEqualTo(RefusalCode.ALREADY_WITHDRAWN);
    assertThat(chain.state().asset(BRACKET).orElseThrow().withdrawal()).isPresent();
  }

  @Test
  void afterATransferTheNewOwnerWithdraws() {
    handOver();
    assertThat(chain.refusal(new Statement.WithdrawVersion(ACME, BRACKET), by(ACME)))
        .isEqualTo(RefusalCode.NOT_OWNER);
    assertThat(chain.judge(new Statement.WithdrawVersion(BOLT, BRACKET), List.of(by(BOLT))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anyMemberDisputesOnceWhatIsRegistered() {
    Statement dispute = new Statement.Dispute(PRINT, BRACKET, REASON);
    assertThat(chain.refusal(dispute, by(PRINT))).isEqualTo(RefusalCode.NOT_REGISTERED);
    claim();
    chain.accept(dispute, by(PRINT));
    assertThat(chain.refusal(dispute, by(PRINT))).isEqualTo(RefusalCode.ALREADY_DISPUTED);
    chain.accept(new Statement.Dispute(BOLT, BRACKET, REASON), by(BOLT));
    assertThat(chain.refusal(new Statement.Dispute(OUTSIDER, BRACKET, REASON), by(PRINT)))
        .isEqualTo(RefusalCode.UNKNOWN_RESOURCE);
    assertThat(chain.state().asset(BRACKET).orElseThrow().disputes().size()).isEqualTo(2);
  }

  @Test
  void aDisputeUndoesNothing() {
    claim();
    chain.accept(new Statement.Dispute(PRINT, BRACKET, REASON), by(PRINT));
    assertThat(chain.judge(send(ACME, BOLT, false), List.of(by(ACME))))
        .isEqualTo(new Verdict.Accepted());
  }
}
