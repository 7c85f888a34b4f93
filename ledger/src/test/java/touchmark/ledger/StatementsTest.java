package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BEN;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.rules.RefusalCode;

/// The statements beyond claim and send, on a real chain.
class StatementsTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final PartId PART = new PartId(PRINT, "SN-0042");
  private static final Commitment REASON = new Commitment(fingerprint("reason").digest());

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();
  private Ledger ledger;

  @BeforeEach
  void found() throws StoreException {
    ledger = PARTIES.found(home, clock);
    clock.advance(Duration.ofHours(1));
    done(PARTIES.claim(ledger, ACME, BRACKET));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static RefusalCode refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).verdict().code();
  }

  private PartlySigned proposal() {
    Signer bolt = ledger.signerFor(BOLT, Act.ADMIN).orElseThrow();
    return ledger.propose(
        new Statement.TransferOwnership(ACME, BOLT, BRACKET), PARTIES.signed(ACME), List.of(bolt));
  }

  private Recorded handOver() throws Exception {
    PartlySigned signed =
        ledger.countersign(proposal(), PARTIES.signed(BOLT).getFirst()).orElseThrow();
    return done(ledger.submit(signed)).recorded();
  }

  @Test
  void aProposalIsSignedByTheOtherAndThenRecorded() throws Exception {
    Recorded transfer = handOver();

    assertThat(ledger.owner(BRACKET)).contains(BOLT);
    assertThat(ledger.rights(BRACKET, BOLT).level()).isEqualTo(Rights.Level.OWNER);
    assertThat(ledger.rights(BRACKET, BOLT).because()).endsWith(transfer).hasSize(2);
    assertThat(ledger.rights(BRACKET, ACME)).isEqualTo(new Rights(Rights.Level.NONE, List.of()));
    assertThat(ledger.holders(BRACKET)).containsExactly(BOLT);
    assertThat(ledger.history(BRACKET)).endsWith(transfer).hasSize(2);
    done(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false));
  }

  @Test
  void aProposalThatLacksASignatureIsNotRecorded() throws Exception {
    long before = ledger.head().height();
    assertThat(refused(ledger.submit(proposal()))).isEqualTo(RefusalCode.WRONG_SIGNERS);
    assertThat(ledger.head().height()).isEqualTo(before);
  }

  @Test
  void onlyTheOneWhoIsNamedSignsAProposalAndOnce() throws Exception {
    PartlySigned proposal = proposal();
    assertThat(ledger.countersign(proposal, PARTIES.signed(PRINT).getFirst())).isEmpty();
    assertThat(ledger.countersign(proposal, PARTIES.signed(ACME).getFirst())).isEmpty();
    SignedBy ben = new SignedBy(BOLT, PARTIES.person(BEN).signing());
    PartlySigned complete = ledger.countersign(proposal, ben).orElseThrow();
    assertThat(ledger.countersign(complete, ben)).isEmpty();
  }

  @Test
  void nobodyIsAskedToSignWhoseCertificateWasRevoked() throws Exception {
    revoke(ERIN);
    assertThat(ledger.signerFor(ACME, Act.ADMIN)).isEmpty();
    assertThat(ledger.signerFor(BOLT, Act.ADMIN)).isPresent();
  }

  private Recorded revoke(touchmark.ledger.model.ResourceId person) throws StoreException {
    return done(ledger.submit(
            new Statement.RevokeCertificate(
                ACME,
                PARTIES.person(person).signing().certificateHash(),
                RevocationReason.KEY_COMPROMISE),
            List.of(new SignedBy(ACME, PARTIES.organization(ACME).authority()))))
        .recorded();
  }

  @Test
  void aRevokedSignerCannotClaim() throws Exception {
    Recorded revocation = revoke(ERIN);
    assertThat(refused(PARTIES.claim(ledger, ACME, fingerprint("other"))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    assertThat(ledger.revocation(PARTIES.person(ERIN).signing().certificateHash()))
        .contains(revocation);
    assertThat(ledger.claimOf(BRACKET)).isPresent();
  }

  @Test
  void aWithdrawalAndDisputesAreFound() throws Exception {
    Recorded dispute =
        done(ledger.submit(new Statement.Dispute(PRINT, BRACKET, REASON), PARTIES.signed(PRINT)))
            .recorded();
    Recorded withdrawal =
        done(ledger.submit(new Statement.WithdrawVersion(ACME, BRACKET), PARTIES.signed(ACME)))
            .recorded();
    assertThat(ledger.disputes(BRACKET)).containsExactly(dispute);
    assertThat(ledger.withdrawal(BRACKET)).contains(withdrawal);
    assertThat(ledger.history(BRACKET)).hasSize(3);
    assertThat(ledger.involving(PRINT)).containsExactly(dispute);
  }

  @Test
  void aPartIsFollowedFromItsMakerToItsHolder() throws Exception {
    done(PARTIES.send(ledger, ACME, PRINT, BRACKET, false));
    List<Recorded> way = new ArrayList<>();
    way.add(
        done(ledger.submit(new Statement.RegisterPart(PART, BRACKET), PARTIES.signed(PRINT)))
            .recorded());
    way.add(
        done(ledger.submit(new Statement.TransferPart(PRINT, BOLT, PART), PARTIES.signed(PRINT)))
            .recorded());
    assertThat(
            refused(
                ledger.submit(
                    new Statement.TransferPart(PRINT, ACME, PART), PARTIES.signed(PRINT))))
        .isEqualTo(RefusalCode.NOT_PART_HOLDER);
    assertThat(ledger.history(PART)).isEqualTo(way);
    assertThat(ledger.holder(PART)).contains(BOLT);
    assertThat(ledger.history(BRACKET)).contains(way.getFirst()).hasSize(3);
  }

  @Test
  void aSealingCertificateIsReplacedBeforeItExpires() throws Exception {
    IssuedKey fresh = IssuedKey.sealing(ACME, PARTIES.organization(ACME).authority());
    long activation = ledger.head().height() + 2;
    done(
        ledger.submit(
            new Statement.ChangeValidators(
                new ValidatorChange.Reseal(ACME, fresh.certificate()), activation, List.of(ACME)),
            PARTIES.signed(ACME)));
    assertThat(ledger.canSeal()).as("the next block is one of the new key").isFalse();
    ledger.close();
    ledger = Ledger.open(home, fresh, clock);
    done(PARTIES.claim(ledger, ACME, fingerprint("sealed anew")));
    assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
  }

  @Test
  void everythingIsReadAgainFromTheSegments() throws Exception {
    handOver();
    done(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false));
    done(ledger.submit(new Statement.RegisterPart(PART, BRACKET), PARTIES.signed(PRINT)));
    done(ledger.submit(new Statement.TransferPart(PRINT, BOLT, PART), PARTIES.signed(PRINT)));
    done(ledger.submit(new Statement.Dispute(ACME, BRACKET, REASON), PARTIES.signed(ACME)));
    done(ledger.submit(new Statement.WithdrawVersion(BOLT, BRACKET), PARTIES.signed(BOLT)));
    revoke(ERIN);
    assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    List<Recorded> history = ledger.history(BRACKET);
    List<Recorded> involving = ledger.involving(BOLT);
    ledger.close();
    Ledger.rebuildIndexIn(home, Progress.SILENT);
    ledger = PARTIES.open(home, clock);
    assertThat(ledger.history(BRACKET)).isEqualTo(history).hasSize(6);
    assertThat(ledger.involving(BOLT)).isEqualTo(involving).hasSize(4);
    ledger.close();
    ledger = PARTIES.open(home, clock);
    assertThat(ledger.history(BRACKET)).isEqualTo(history);
    assertThat(ledger.owner(BRACKET)).contains(BOLT);
    assertThat(ledger.history(PART)).hasSize(2);
    assertThat(refused(PARTIES.claim(ledger, ACME, fingerprint("other"))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }
}
