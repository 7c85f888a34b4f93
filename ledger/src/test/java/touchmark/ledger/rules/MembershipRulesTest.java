package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BEN;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.OTTO;
import static touchmark.ledger.TestParties.OUTSIDER;
import static touchmark.ledger.TestParties.PIA;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.fingerprint;
import static touchmark.ledger.rules.PolicyHarness.PARTIES;
import static touchmark.ledger.rules.PolicyHarness.erinForAcme;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import touchmark.ledger.TestParties;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.rules.PolicyHarness.By;

class MembershipRulesTest {
  private static final Statement CLAIM = TestParties.claimOf(ACME, fingerprint("bracket"));
  private final PolicyHarness chain = PolicyHarness.members();

  private static RefusalCode code(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).code();
  }

  private static By person(ResourceId resource, ResourceId person) {
    return new By(resource, PARTIES.person(person).signing());
  }

  private static By authority(ResourceId organization) {
    return new By(organization, PARTIES.organization(organization).authority());
  }

  @Test
  void aDelegatedPersonClaimsForTheOrganization() {
    assertThat(chain.judge(CLAIM, erinForAcme())).isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aPersonClaimsForHerself() {
    assertThat(
            chain.judge(
                TestParties.claimOf(ERIN, fingerprint("sketch")), List.of(person(ERIN, ERIN))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aPersonCannotClaimForAnotherPerson() {
    assertThat(
            code(
                chain.judge(
                    TestParties.claimOf(ERIN, fingerprint("sketch")), List.of(person(ERIN, BEN)))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void anothersPersonCannotClaim() {
    Verdict verdict = chain.judge(CLAIM, List.of(person(ACME, BEN)));
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Refused(
                "delegation [extension of Section 3.2]",
                RefusalCode.NO_DELEGATION,
                "Acme GmbH has not delegated CLAIM to ben."));
  }

  @Test
  void aNarrowedDelegationReplacesTheWiderOne() {
    chain.accept(new Statement.Delegate(ACME, ERIN, Set.of(Act.SEND)), List.of(authority(ACME)));
    assertThat(code(chain.judge(CLAIM, erinForAcme()))).isEqualTo(RefusalCode.NO_DELEGATION);
  }

  @Test
  void anAuthorityDoesNotClaim() {
    assertThat(code(chain.judge(CLAIM, List.of(authority(ACME)))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void anUnknownCertificateSignsNothing() {
    assertThat(code(chain.judge(CLAIM, List.of(person(ACME, OTTO)))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void signersAreExactlyThoseRequired() {
    assertThat(code(chain.judge(CLAIM, List.of(person(BOLT, BEN)))))
        .isEqualTo(RefusalCode.WRONG_SIGNERS);
    assertThat(code(chain.judge(CLAIM, List.of(person(ACME, ERIN), person(BOLT, BEN)))))
        .isEqualTo(RefusalCode.WRONG_SIGNERS);
  }

  @Test
  void eachSignerHasOneSignature() {
    Envelope good = chain.signed(chain.now(), CLAIM, erinForAcme()).envelope();
    Bytes signature = good.signatures().getFirst();
    assertThat(
            code(
                chain.judge(
                    chain.submission(new Envelope(good.payload(), List.of(signature, signature))))))
        .isEqualTo(RefusalCode.WRONG_SIGNERS);
  }

  @Test
  void aSignatureOfOtherBytesIsRefused() {
    Envelope one = chain.signed(chain.now(), CLAIM, erinForAcme()).envelope();
    Envelope other = chain.signed(chain.now(), CLAIM, erinForAcme()).envelope();
    assertThat(code(chain.judge(chain.submission(new Envelope(one.payload(), other.signatures())))))
        .isEqualTo(RefusalCode.BAD_SIGNATURE);
  }

  @Test
  void aTransactionOfAnotherNetworkIsRefused() {
    NetworkId other = new NetworkId(Digest.of(new byte[Digest.LENGTH]));
    assertThat(code(chain.judge(chain.signed(other, chain.now(), CLAIM, erinForAcme()))))
        .isEqualTo(RefusalCode.FOREIGN_NETWORK);
  }

  @Test
  void aTransactionIsTakenOnce() {
    Submission submission = chain.signed(chain.now(), CLAIM, erinForAcme());
    chain.record(submission.transaction());
    assertThat(code(chain.judge(submission))).isEqualTo(RefusalCode.DUPLICATE);
  }

  @Test
  void aTransactionIsAtMostTwoMinutesAheadOfTheBlock() {
    Duration limit = Duration.ofMinutes(2);
    assertThat(chain.judge(chain.signed(chain.now().plus(limit), CLAIM, erinForAcme())))
        .isEqualTo(new Verdict.Accepted());
    assertThat(
            code(
                chain.judge(
                    chain.signed(chain.now().plus(limit).plusMillis(1), CLAIM, erinForAcme()))))
        .isEqualTo(RefusalCode.BAD_TIME);
  }

  @Test
  void aTransactionIsNotTakenAfterItsValidUntil() {
    Duration validity = Duration.ofDays(30);
    assertThat(chain.judge(chain.signed(chain.now().minus(validity), CLAIM, erinForAcme())))
        .isEqualTo(new Verdict.Accepted());
    assertThat(
            code(
                chain.judge(
                    chain.signed(
                        chain.now().minus(validity).minusMillis(1), CLAIM, erinForAcme()))))
        .isEqualTo(RefusalCode.BAD_TIME);
  }

  @Test
  void aCertificateIsJudgedAtTheBlocksTime() {
    Submission good = chain.signed(chain.now(), CLAIM, erinForAcme());
    Submission tooEarly =
        new Submission(
            good.transaction(), good.envelope(), TestParties.START.minus(Duration.ofMinutes(11)));
    assertThat(code(chain.judge(chain.signed(chain.now(), CLAIM, List.of(person(ACME, OTTO))))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    assertThat(chain.judge(good)).isEqualTo(new Verdict.Accepted());
    assertThat(code(chain.judge(tooEarly))).isIn(RefusalCode.BAD_CERTIFICATE, RefusalCode.BAD_TIME);
  }

  @Test
  void aNewOrganizationNeedsTheValidatorsApproval() {
    assertThat(
            code(
                chain.judge(
                    PARTIES.enrolment(OUTSIDER, "Outsider Inc"), List.of(authority(OUTSIDER)))))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    assertThat(
            code(
                chain.judge(
                    PARTIES.enrolment(OUTSIDER, "Outsider Inc", BOLT, PRINT),
                    List.of(authority(OUTSIDER), person(BOLT, BEN), person(PRINT, PIA)))))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    assertThat(
            chain.judge(
                PARTIES.enrolment(OUTSIDER, "Outsider Inc", ACME),
                List.of(authority(OUTSIDER), person(ACME, ERIN))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anAuthorityMayApproveForItsOrganization() {
    assertThat(
            chain.judge(
                PARTIES.enrolment(OUTSIDER, "Outsider Inc", ACME),
                List.of(authority(OUTSIDER), authority(ACME))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void theFounderIsAValidatorAndAsksNobody() {
    PolicyHarness begin = PolicyHarness.empty();
    assertThat(
            code(
                begin.judge(
                    PARTIES.enrolment(OUTSIDER, "Outsider Inc"), List.of(authority(OUTSIDER)))))
        .isEqualTo(RefusalCode.NOT_APPROVED);
    assertThat(begin.judge(PARTIES.enrolment(ACME, "Acme GmbH"), List.of(authority(ACME))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anOrganizationIsEnrolledOnce() {
    assertThat(
            code(
                chain.judge(
                    PARTIES.enrolment(BOLT, "Bolt Ltd", ACME),
                    List.of(authority(BOLT), person(ACME, ERIN)))))
        .isEqualTo(RefusalCode.ALREADY_ENROLLED);
  }

  @Test
  void aCertificateNamesWhomItIsEnrolledFor() {
    Statement.EnrolOrganization mine = PARTIES.enrolment(OUTSIDER, "Outsider Inc", ACME);
    ResourceId alias = new ResourceId("alias");
    Statement.EnrolOrganization forged =
        new Statement.EnrolOrganization(
            new Organization(
                alias, Optional.of("Alias"), Optional.empty(), mine.organization().address()),
            mine.authorityCertificate(),
            mine.encryptionCertificate(),
            List.of(ACME));
    assertThat(
            code(
                chain.judge(
                    forged,
                    List.of(
                        new By(alias, PARTIES.organization(OUTSIDER).authority()),
                        person(ACME, ERIN)))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void aPersonsCertificateIsIssuedByHerOrganization() {
    Statement.EnrolPerson poached =
        new Statement.EnrolPerson(
            OTTO, ACME, PARTIES.person(OTTO).signing().certificate(), Optional.empty());
    assertThat(code(chain.judge(poached, List.of(authority(ACME)))))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void aPersonIsEnrolledByHerOrganizationAndOnce() {
    assertThat(code(chain.judge(PARTIES.enrolment(ERIN), List.of(authority(ACME)))))
        .isEqualTo(RefusalCode.ALREADY_ENROLLED);
    assertThat(code(chain.judge(PARTIES.enrolment(OTTO), List.of(authority(OUTSIDER)))))
        .isEqualTo(RefusalCode.UNKNOWN_RESOURCE);
  }

  @Test
  void anOrganizationDelegatesToItsOwnPeople() {
    assertThat(
            code(
                chain.judge(
                    new Statement.Delegate(ACME, BEN, Set.of(Act.CLAIM)),
                    List.of(authority(ACME)))))
        .isEqualTo(RefusalCode.NO_DELEGATION);
    assertThat(
            code(chain.judge(new Statement.Delegate(ACME, ERIN, Set.of(Act.CLAIM)), erinForAcme())))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }
}
