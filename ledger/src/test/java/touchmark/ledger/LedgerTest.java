package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BEN;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.OUTSIDER;
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
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;

class LedgerTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final Fingerprint SLICED = fingerprint("sliced");

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();
  private Ledger ledger;

  @BeforeEach
  void found() throws StoreException {
    ledger = PARTIES.found(home, clock);
    clock.advance(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Verdict.Refused refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).verdict();
  }

  @Test
  void theFirstClaimOfAFileIsRecordedAndFound() throws StoreException {
    Recorded claim = done(PARTIES.claim(ledger, ACME, BRACKET)).recorded();

    assertThat(ledger.claimOf(BRACKET)).contains(claim);
    assertThat(ledger.history(BRACKET)).containsExactly(claim);
    assertThat(ledger.claims(10)).containsExactly(claim);
    assertThat(ledger.transaction(claim.transaction().txId())).contains(claim);
    assertThat(ledger.envelope(claim.transaction().txId())).isPresent();
    assertThat(claim.isFinal()).isTrue();
    assertThat(ledger.rights(BRACKET, ACME).level()).isEqualTo(Rights.Level.OWNER);
    assertThat(ledger.head().height()).isEqualTo(claim.position().height());
  }

  @Test
  void rule3RefusesASecondClaimByTheOwnerAndSaysSinceWhen() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));

    assertThat(refused(PARTIES.claim(ledger, ACME, BRACKET)))
        .isEqualTo(
            new Verdict.Refused(
                "rule 3 [Section 3.4]",
                RefusalCode.ALREADY_YOURS,
                "These bytes are registered to Acme GmbH already, since 2026-11-22 (block 9)."));
  }

  @Test
  void rule3RefusesAClaimOfWhatAnotherClaimed() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));

    assertThat(refused(PARTIES.claim(ledger, BOLT, BRACKET)))
        .isEqualTo(
            new Verdict.Refused(
                "rule 3 [Section 3.4]",
                RefusalCode.CLAIMED_BY_OTHER,
                "These bytes are registered to Acme GmbH, since 2026-11-22 (block 9); Bolt Ltd"
                    + " cannot claim them."));
  }

  @Test
  void rule1LetsTheOwnerSendInTheMillisecondOfTheClaim() throws StoreException {
    Recorded claim = done(PARTIES.claim(ledger, ACME, BRACKET)).recorded();
    Recorded send = done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false)).recorded();

    assertThat(send.transaction().timeOfTx())
        .isEqualTo(claim.transaction().timeOfTx().plusMillis(1));
    assertThat(ledger.rights(BRACKET, BOLT))
        .isEqualTo(new Rights(Rights.Level.HOLDER, List.of(claim, send)));
  }

  @Test
  void rule1RefusesToSendWhatNobodyRegistered() throws StoreException {
    assertThat(refused(PARTIES.send(ledger, ACME, BOLT, BRACKET, true)))
        .extracting(Verdict.Refused::rule, Verdict.Refused::code)
        .containsExactly("rule 1 [Section 3.4]", RefusalCode.NOT_REGISTERED);
  }

  @Test
  void rule1RefusesASenderWhoNeverHeldTheFile() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));

    assertThat(refused(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false)))
        .isEqualTo(
            new Verdict.Refused(
                "rule 1 [Section 3.4]",
                RefusalCode.NOT_A_HOLDER,
                "Bolt Ltd neither owns nor received these bytes; they are registered to Acme GmbH"
                    + " since 2026-11-22."));
  }

  @Test
  void rule2LetsARecipientForwardWhereTheSenderAllowedIt() throws StoreException {
    Recorded claim = done(PARTIES.claim(ledger, ACME, BRACKET)).recorded();
    Recorded first = done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true)).recorded();
    Recorded second = done(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false)).recorded();

    assertThat(ledger.rights(BRACKET, PRINT))
        .isEqualTo(new Rights(Rights.Level.HOLDER, List.of(claim, first, second)));
    assertThat(ledger.rights(BRACKET, BOLT).level()).isEqualTo(Rights.Level.MAY_FORWARD);
    assertThat(ledger.holders(BRACKET)).containsExactly(ACME, BOLT, PRINT);
    assertThat(ledger.involving(BOLT)).containsExactly(first, second);
  }

  @Test
  void rule2RefusesToForwardWithoutTheRight() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));
    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));

    assertThat(refused(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false)))
        .isEqualTo(
            new Verdict.Refused(
                "rule 2 [Section 3.4]",
                RefusalCode.NO_RIGHT_TO_FORWARD,
                "Bolt Ltd received these bytes from Acme GmbH on 2026-11-22 without the right to"
                    + " pass them on; Acme GmbH owns them."));
  }

  @Test
  void aLaterSendWithoutForwardTakesNoRightAway() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));
    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));

    done(PARTIES.send(ledger, BOLT, PRINT, BRACKET, false));
  }

  @Test
  void aDerivedFileIsClaimedOnlyByAHolderOfItsSource() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));
    assertThat(refused(PARTIES.claim(ledger, BOLT, SLICED, BRACKET)).code())
        .isEqualTo(RefusalCode.SOURCE_NOT_HELD);

    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));
    Recorded sliced = done(PARTIES.claim(ledger, BOLT, SLICED, BRACKET)).recorded();
    assertThat(ledger.derivedFrom(BRACKET)).containsExactly(sliced);
  }

  @Test
  void nothingIsSentToStrangers() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));

    assertThat(refused(PARTIES.send(ledger, ACME, OUTSIDER, BRACKET, false)))
        .extracting(Verdict.Refused::code, Verdict.Refused::reason)
        .containsExactly(
            RefusalCode.UNKNOWN_RESOURCE, "'outsider' is not a member of Test network.");
  }

  @Test
  void membersAndTheirPeopleAreKnown() {
    assertThat(ledger.organizations())
        .extracting(Organization::displayName)
        .containsExactly("Acme GmbH", "Bolt Ltd", "Print Co");
    assertThat(ledger.employer(BEN)).contains(BOLT);
    assertThat(ledger.encryptionCertificate(BOLT))
        .contains(PARTIES.organization(BOLT).encryptionCertificate());
    assertThat(ledger.network().mode()).isEqualTo(NetworkMode.SOLO);
  }

  @Test
  void watchersAreToldOfEachNewHead() throws StoreException {
    List<Head> heads = new ArrayList<>();
    try (Subscription _ = ledger.watch(heads::add)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
    done(PARTIES.claim(ledger, ACME, SLICED));

    assertThat(heads).hasSize(1);
    assertThat(heads.getFirst().height()).isEqualTo(9);
  }

  @Test
  void everythingIsThereAgainAfterReopening() throws StoreException {
    Recorded claim = done(PARTIES.claim(ledger, ACME, BRACKET)).recorded();
    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
    Head head = ledger.head();
    ledger.close();

    ledger = PARTIES.open(home, clock);

    assertThat(ledger.head()).isEqualTo(head);
    assertThat(ledger.claimOf(BRACKET)).contains(claim);
    assertThat(ledger.history(BRACKET)).hasSize(2);
    assertThat(ledger.canSeal()).isTrue();
    assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
  }

  @Test
  void withoutTheSealingKeyTheChainIsReadOnly() throws StoreException {
    ledger.close();
    ledger = Ledger.open(home, null, clock);

    assertThat(ledger.canSeal()).isFalse();
    assertThatThrownBy(() -> PARTIES.claim(ledger, ACME, BRACKET))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("sealing key");
  }

  @Test
  void manyStatementsShareABlock() throws StoreException {
    List<SignedStatement> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(
          new SignedStatement(
              TestParties.claimOf(ACME, fingerprint("file " + i % 19)), PARTIES.signed(ACME)));
    }

    List<Outcome> outcomes = ledger.submitAll(many);

    assertThat(outcomes.subList(0, 19)).allMatch(Outcome.Done.class::isInstance);
    assertThat(refused(outcomes.getLast()).code()).isEqualTo(RefusalCode.ALREADY_YOURS);
    assertThat(ledger.head().height()).isEqualTo(9);
    assertThat(ledger.claims(100)).hasSize(19);
  }

  @Test
  void aClockSetBackDoesNotStopTheWork() throws StoreException {
    done(PARTIES.claim(ledger, ACME, BRACKET));
    clock.advance(Duration.ofDays(-7));

    done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));
    assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
  }

  @Test
  void aSecondChainIsNotBegunOverTheFirst() {
    ledger.close();
    assertThatThrownBy(() -> PARTIES.found(home, clock))
        .isInstanceOf(StoreException.class)
        .hasMessage("There is a ledger in " + home + " already.");
  }
}
