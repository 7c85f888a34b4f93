package touchmark.ledger.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.claimOf;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.TestParties;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Signer;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

class SoloTest {
  private static final TestParties PARTIES = TestParties.shared();

  @TempDir Path home;

  @Test
  void aForgedClaimTakesNothingFromTheHonestOneBehindIt() throws Exception {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock())) {
      assertThat(ledger.canSeal()).isTrue();
    }
    Certificates certificates = new Certificates();
    Policy policy = new Policy(certificates);
    try (Chain chain =
            Chain.open(
                SegmentStore.open(home.resolve("segments"), SegmentStore.DEFAULT_SEGMENT_SIZE),
                H2Index.inMemory(),
                new BlockJudge(policy, certificates),
                Progress.SILENT);
        Solo solo =
            new Solo(
                chain,
                policy,
                Optional.of(PARTIES.organization(ACME).sealer()),
                TestParties.clock())) {
      Envelope first = claim(chain, fingerprint("gear"), 1);
      Envelope forged =
          new Envelope(claim(chain, fingerprint("bracket"), 2).payload(), first.signatures());
      Envelope honest = claim(chain, fingerprint("bracket"), 3);
      List<Proposal> proposals = new ArrayList<>();
      for (Envelope envelope : List.of(first, forged, honest)) {
        proposals.add(Proposal.read(envelope, Limits.WIDEST));
      }

      List<Outcome> outcomes = solo.propose(proposals);

      assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
      assertThat(outcomes.get(1))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.verdict().code()).isEqualTo(RefusalCode.BAD_SIGNATURE));
      assertThat(outcomes.get(2)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(Ledger.verifyIn(home, Progress.SILENT).problems()).isEmpty();
  }

  private static Envelope claim(Chain chain, Fingerprint file, long nonce) {
    SigningKey key = PARTIES.person(ERIN).signing();
    Instant now = chain.tip().time();
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                chain.tip().state().network(),
                new Nonce(0, nonce),
                now,
                now.plus(Duration.ofDays(30)),
                claimOf(ACME, file),
                List.of(new Signer(ACME, key.certificateHash()))));
    return new Envelope(payload, List.of(key.sign(Envelopes.signedBytes(payload))));
  }
}
