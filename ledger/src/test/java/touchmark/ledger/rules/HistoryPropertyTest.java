package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.PRINT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import touchmark.ledger.IssuedKey;
import touchmark.ledger.TestParties;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;

class HistoryPropertyTest {
  private static final List<ResourceId> PARTIES = List.of(ACME, BOLT, PRINT);
  private static final List<ResourceId> PEOPLE =
      List.of(TestParties.ERIN, TestParties.BEN, TestParties.PIA);
  private static final List<Fingerprint> FILES =
      List.of(
          TestParties.fingerprint("a"), TestParties.fingerprint("b"), TestParties.fingerprint("c"));

  private static final List<PartId> PARTS =
      PARTIES.stream().map(maker -> new PartId(maker, "1")).toList();

  /// What each person signs with: the enrolled key, and two that may replace it.
  private static final List<List<SigningKey>> KEYS =
      PEOPLE.stream()
          .map(
              person -> {
                SigningKey authority =
                    PolicyHarness.authority(PARTIES.get(PEOPLE.indexOf(person))).key();
                return List.<SigningKey>of(
                    PolicyHarness.PARTIES.person(person).signing(),
                    IssuedKey.ofPerson(person, authority),
                    IssuedKey.ofPerson(person, authority));
              })
          .toList();

  /// @param key which of the acting person's keys signs
  /// @param lag seconds that timeOfTx lies before the block's time
  record Step(ResourceId actor, int key, int lag, Statement statement) {}

  @Property(tries = 200)
  void theRulesAgreeWithATableOfAllTransactions(@ForAll("histories") List<Step> history) {
    PolicyHarness harness = PolicyHarness.members();
    HistoryModel model = new HistoryModel();
    for (Step step : history) {
      Instant timeOfTx = harness.now().minus(Duration.ofSeconds(step.lag));
      Submission submission = harness.signed(timeOfTx, step.statement, signers(step));

      var refused = harness.judgeStatement(submission).map(Verdict.Refused::code);

      assertThat(refused).as(step.toString()).isEqualTo(expected(step, timeOfTx, model));
      if (refused.isEmpty()) {
        harness.record(submission.transaction());
        model.add(timeOfTx, step.statement);
      }
    }
    requireSameOwners(harness, model);
  }

  private static Optional<RefusalCode> expected(Step step, Instant timeOfTx, HistoryModel model) {
    if (step.statement instanceof Statement.OfMembership) {
      return model.judge(timeOfTx, step.statement);
    }
    for (ResourceId signer : signing(step)) {
      int place = PARTIES.indexOf(signer);
      List<SigningKey> keys = KEYS.get(place);
      int used = signer.equals(step.actor) ? step.key : 0;
      if (!model.signs(
          PEOPLE.get(place), keys.getFirst().certificateHash(), keys.get(used).certificateHash())) {
        return Optional.of(RefusalCode.BAD_CERTIFICATE);
      }
    }
    return model.judge(timeOfTx, step.statement);
  }

  private static List<ResourceId> signing(Step step) {
    return step.statement instanceof Statement.TransferOwnership transfer
        ? List.of(transfer.from(), transfer.to())
        : List.of(step.actor);
  }

  private static List<PolicyHarness.By> signers(Step step) {
    if (step.statement instanceof Statement.OfMembership) {
      return List.of(
          new PolicyHarness.By(step.actor, unsigning(PolicyHarness.authority(step.actor).key())));
    }
    return signing(step).stream()
        .map(
            party ->
                new PolicyHarness.By(
                    party,
                    unsigning(
                        KEYS.get(PARTIES.indexOf(party))
                            .get(party.equals(step.actor) ? step.key : 0))))
        .toList();
  }

  private static void requireSameOwners(PolicyHarness harness, HistoryModel model) {
    for (ResourceId party : PARTIES) {
      for (Fingerprint file : FILES) {
        Optional<Asset> asset = harness.state().asset(file);
        assertThat(asset.map(known -> known.heldBy(party)).orElse(false))
            .isEqualTo(model.holds(party, file));
        assertThat(asset.map(known -> known.ownedBy(party)).orElse(false))
            .isEqualTo(model.owns(party, file));
        boolean holds = model.holds(party, file);
        assertThat(asset.map(known -> known.provenance(party).isEmpty()).orElse(true))
            .as("a way to whoever holds it, and to nobody else")
            .isEqualTo(!holds);
      }
      for (PartId part : PARTS) {
        assertThat(
                harness.state().part(part).map(known -> known.holder().equals(party)).orElse(false))
            .isEqualTo(model.has(party, part));
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<ResourceId> party = Arbitraries.of(PARTIES);
    Arbitrary<Fingerprint> file = Arbitraries.of(FILES);
    Arbitrary<PartId> part = Arbitraries.of(PARTS);
    Arbitrary<Integer> lag = Arbitraries.integers().between(0, 6);
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<Statement> claims =
        Combinators.combine(party, file, file.set().ofMaxSize(2))
            .as(
                (issuer, claimed, sources) ->
                    TestParties.claimOf(issuer, claimed, sources.toArray(Fingerprint[]::new)));
    Arbitrary<Statement> plainClaims = Combinators.combine(party, file).as(TestParties::claimOf);
    Arbitrary<Statement> sends =
        Combinators.combine(party, party, file, flag).as(Statement.SendProductData::new);
    Arbitrary<Statement> transfers =
        Combinators.combine(party, Arbitraries.of(1, 2), file)
            .as((from, on, moved) -> new Statement.TransferOwnership(from, next(from, on), moved));
    Arbitrary<Statement> withdrawals =
        Combinators.combine(party, file).as(Statement.WithdrawVersion::new);
    Arbitrary<Statement> disputes =
        Combinators.combine(party, file)
            .as((by, about) -> new Statement.Dispute(by, about, new Commitment(about.digest())));
    Arbitrary<Statement> parts = Combinators.combine(part, file).as(Statement.RegisterPart::new);
    Arbitrary<Statement> handOvers =
        Combinators.combine(party, Arbitraries.of(1, 2), part)
            .as((from, on, moved) -> new Statement.TransferPart(from, next(from, on), moved));
    Arbitrary<Statement> rotations =
        Combinators.combine(party, Arbitraries.of(1, 2))
            .as(
                (organization, key) -> {
                  int place = PARTIES.indexOf(organization);
                  return new Statement.RotateCertificate(
                      organization, PEOPLE.get(place), KEYS.get(place).get(key).certificate());
                });
    Arbitrary<Statement> revocations =
        party.map(
            organization ->
                new Statement.RevokeCertificate(
                    organization,
                    KEYS.get(PARTIES.indexOf(organization)).getFirst().certificateHash(),
                    RevocationReason.KEY_COMPROMISE));
    Arbitrary<Statement> statements =
        Arbitraries.frequencyOf(
            Tuple.of(3, claims),
            Tuple.of(4, plainClaims),
            Tuple.of(7, sends),
            Tuple.of(4, transfers),
            Tuple.of(1, withdrawals),
            Tuple.of(1, disputes),
            Tuple.of(3, parts),
            Tuple.of(3, handOvers),
            Tuple.of(1, rotations),
            Tuple.of(1, revocations));
    Arbitrary<Integer> key = Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    return Combinators.combine(statements, key, lag)
        .as((statement, used, late) -> new Step(actor(statement), used, late, statement))
        .list()
        .ofMaxSize(40);
  }

  private static ResourceId next(ResourceId party, int on) {
    return PARTIES.get((PARTIES.indexOf(party) + on) % PARTIES.size());
  }

  private static ResourceId actor(Statement statement) {
    return switch (statement) {
      case Statement.OfAsset asset -> asset.parties().getFirst();
      case Statement.OfPart part -> part.parties().getFirst();
      case Statement.RotateCertificate rotation -> rotation.organization();
      case Statement.RevokeCertificate revocation -> revocation.organization();
      case Statement.EnrolOrganization _,
          Statement.EnrolPerson _,
          Statement.Delegate _,
          Statement.ChangeValidators _ ->
          throw new IllegalArgumentException("no step of these histories: " + statement);
    };
  }

  /// The right certificate, and no signature: these histories are about the statements.
  private static SigningKey unsigning(SigningKey key) {
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
