package touchmark.ledger.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.TestParties;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.state.State;

/// A state and the policy over it, without store, chain or clock: one transaction a block, a second
/// apart.
final class PolicyHarness {
  static final TestParties PARTIES = TestParties.shared();
  private static final Policy POLICY = new Policy(new Certificates());

  private static final Map<ResourceId, ResourceId> PEOPLE =
      Map.of(
          TestParties.ACME, TestParties.ERIN,
          TestParties.BOLT, TestParties.BEN,
          TestParties.PRINT, TestParties.PIA);

  private static final PolicyHarness MEMBERS = enrolMembers(empty());

  private State state;
  private long height;
  private long nonces;

  private PolicyHarness(State before) {
    this.state = before.entering(before.height() + 1);
  }

  /// Nobody is enrolled; Acme is the validator.
  static PolicyHarness empty() {
    return empty(NetworkMode.SOLO);
  }

  private static PolicyHarness empty(NetworkMode mode) {
    Genesis genesis =
        new Genesis(
            "Test network",
            mode,
            TestParties.START,
            Limits.WIDEST,
            List.of(
                new Genesis.Validator(
                    TestParties.ACME,
                    PARTIES.organization(TestParties.ACME).sealer().certificate())));
    Bytes bytes = Bytes.of(GenesisCodec.encode(genesis));
    try {
      return new PolicyHarness(State.begin(GenesisCodec.networkId(bytes), genesis));
    } catch (BadCertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Acme, Bolt and Print Co with their people.
  static PolicyHarness members() {
    PolicyHarness copy = new PolicyHarness(MEMBERS.state);
    copy.state = MEMBERS.state;
    copy.height = MEMBERS.height;
    copy.nonces = MEMBERS.nonces;
    return copy;
  }

  /// The same members in a network that may have more validators than Acme.
  static PolicyHarness network() {
    return enrolMembers(empty(NetworkMode.LONGEST_CHAIN));
  }

  private static PolicyHarness enrolMembers(PolicyHarness harness) {
    harness.enrol(TestParties.ACME, "Acme GmbH", TestParties.ERIN);
    harness.enrol(TestParties.BOLT, "Bolt Ltd", TestParties.BEN, TestParties.ACME);
    harness.enrol(TestParties.PRINT, "Print Co", TestParties.PIA, TestParties.ACME);
    return harness;
  }

  private void enrol(ResourceId id, String name, ResourceId person, ResourceId... approvedBy) {
    SigningKey authority = PARTIES.organization(id).authority();
    accept(
        PARTIES.enrolment(id, name, approvedBy),
        approvedBy.length == 0
            ? List.of(new By(id, authority))
            : List.of(
                new By(id, authority),
                new By(TestParties.ACME, PARTIES.person(TestParties.ERIN).signing())));
    accept(PARTIES.enrolment(person), List.of(new By(id, authority)));
    accept(
        new Statement.Delegate(id, person, Set.of(Act.values())), List.of(new By(id, authority)));
  }

  /// Where the next transaction's block stands in time.
  Instant now() {
    return TestParties.START.plusSeconds(height);
  }

  State state() {
    return state;
  }

  /// In whose name, and by which key.
  record By(ResourceId resource, SigningKey key) {}

  static List<By> erinForAcme() {
    return List.of(new By(TestParties.ACME, PARTIES.person(TestParties.ERIN).signing()));
  }

  /// An organization's signature by its person.
  static By by(ResourceId organization) {
    return new By(organization, PARTIES.person(PEOPLE.get(organization)).signing());
  }

  /// An organization's own signature.
  static By authority(ResourceId organization) {
    return new By(organization, PARTIES.organization(organization).authority());
  }

  Submission signed(Instant timeOfTx, Statement statement, List<By> signers) {
    return signed(state.network(), timeOfTx, statement, signers);
  }

  Submission signed(NetworkId network, Instant timeOfTx, Statement statement, List<By> signers) {
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                network,
                new Nonce(0, nonces++),
                timeOfTx,
                timeOfTx.plus(Duration.ofDays(30)),
                statement,
                signers.stream()
                    .map(by -> new Signer(by.resource(), by.key().certificateHash()))
                    .toList()));
    byte[] message = Envelopes.signedBytes(payload);
    return submission(
        new Envelope(payload, signers.stream().map(by -> by.key().sign(message)).toList()));
  }

  Submission submission(Envelope envelope) {
    try {
      return new Submission(PayloadCodec.decode(envelope.payload()), envelope, now());
    } catch (MalformedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Judges with real signatures.
  Verdict judge(Statement statement, List<By> signers) {
    return POLICY.judge(signed(now(), statement, signers), state);
  }

  Verdict judge(Submission submission) {
    return POLICY.judge(submission, state);
  }

  Optional<Verdict.Refused> judgeStatement(Submission submission) {
    return POLICY.judgeStatement(submission, state);
  }

  /// The code of the refusal, which must be one.
  RefusalCode refusal(Statement statement, By... signers) {
    return refusal(judge(statement, List.of(signers)));
  }

  static RefusalCode refusal(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _ -> throw new AssertionError("accepted");
      case Verdict.Refused refused -> refused.code();
    };
  }

  void accept(Statement statement, By... signers) {
    accept(statement, List.of(signers));
  }

  void accept(Statement statement, List<By> signers) {
    Submission submission = signed(now(), statement, signers);
    Verdict verdict = judge(submission);
    if (!(verdict instanceof Verdict.Accepted)) {
      throw new AssertionError(verdict.toString());
    }
    record(submission.transaction());
  }

  void record(Transaction tx) {
    state = state.after(tx, new Position(height, 0), now());
    height++;
    state = state.entering(height);
  }

  /// Lets blocks go by.
  void skipTo(long block) {
    height = block;
    state = state.entering(height);
  }

  long height() {
    return height;
  }
}
