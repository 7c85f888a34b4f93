package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.PRINT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import touchmark.ledger.TestParties;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

class HistoryPropertyTest {
  private static final List<ResourceId> PARTIES = List.of(ACME, BOLT, PRINT);
  private static final List<ResourceId> PEOPLE =
      List.of(TestParties.ERIN, TestParties.BEN, TestParties.PIA);
  private static final List<Fingerprint> FILES =
      List.of(
          TestParties.fingerprint("a"), TestParties.fingerprint("b"), TestParties.fingerprint("c"));

  /// @param lag seconds that timeOfTx lies before the block's time
  record Step(ResourceId actor, int lag, Statement statement) {}

  @Property(tries = 150)
  void theRulesAgreeWithATableOfAllTransactions(@ForAll("histories") List<Step> history) {
    PolicyHarness harness = PolicyHarness.members();
    HistoryModel model = new HistoryModel();
    for (Step step : history) {
      Instant timeOfTx = harness.now().minus(Duration.ofSeconds(step.lag));
      Submission submission =
          harness.signed(
              timeOfTx,
              step.statement,
              List.of(new PolicyHarness.By(step.actor, unsigning(step.actor))));

      var refused = harness.judgeStatement(submission).map(Verdict.Refused::code);

      assertThat(refused).as(step.toString()).isEqualTo(model.judge(timeOfTx, step.statement));
      if (refused.isEmpty()) {
        harness.record(submission.transaction());
        model.add(timeOfTx, step.statement);
      }
    }
    for (Fingerprint file : FILES) {
      for (ResourceId party : PARTIES) {
        assertThat(harness.state().asset(file).map(asset -> asset.heldBy(party)).orElse(false))
            .isEqualTo(model.holds(party, file));
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<ResourceId> party = Arbitraries.of(PARTIES);
    Arbitrary<Fingerprint> file = Arbitraries.of(FILES);
    Arbitrary<Integer> lag = Arbitraries.integers().between(0, 6);
    Arbitrary<Step> claims =
        Combinators.combine(party, lag, file, file.set().ofMaxSize(2))
            .as(
                (issuer, late, claimed, sources) ->
                    new Step(
                        issuer,
                        late,
                        TestParties.claimOf(issuer, claimed, sources.toArray(Fingerprint[]::new))));
    Arbitrary<Step> plainClaims =
        Combinators.combine(party, lag, file)
            .as(
                (issuer, late, claimed) ->
                    new Step(issuer, late, TestParties.claimOf(issuer, claimed)));
    Arbitrary<Step> sends =
        Combinators.combine(party, party, lag, file, Arbitraries.of(true, false))
            .as(
                (from, to, late, sent, forward) ->
                    new Step(from, late, new Statement.SendProductData(from, to, sent, forward)));
    return Arbitraries.oneOf(claims, plainClaims, sends, sends).list().ofMaxSize(30);
  }

  /// The right certificate, and no signature: these histories are about the statements.
  private static SigningKey unsigning(ResourceId organization) {
    SigningKey key =
        PolicyHarness.PARTIES.person(PEOPLE.get(PARTIES.indexOf(organization))).signing();
    return new SigningKey() {
      @Override
      public Bytes certificate() {
        return key.certificate();
      }

      @Override
      public CertificateHash certificateHash() {
        return key.certificateHash();
      }

      @Override
      public Bytes sign(byte[] message) {
        return Bytes.of(new byte[Envelope.LONGEST_SIGNATURE]);
      }
    };
  }
}
