package touchmark.ledger.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import touchmark.ledger.TestParties;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.proof.MerkleHash;

/// Seals whatever it is told to, with a seal that holds: what it says may be false, never how it is
/// written. Everything but the lie is as an honest validator would have it.
final class LyingValidator {
  private static final TestParties PARTIES = TestParties.shared();

  private final BlockJudge judge;
  private Tip tip;
  private long nonces;

  /// Begins a network whose one validator is Acme.
  LyingValidator(BlockJudge judge, Bytes sealingCertificate) throws MalformedException {
    this.judge = judge;
    this.tip =
        Tip.begin(
            Bytes.of(
                GenesisCodec.encode(
                    new Genesis(
                        "Test network",
                        NetworkMode.SOLO,
                        TestParties.START,
                        Limits.WIDEST,
                        List.of(new Genesis.Validator(TestParties.ACME, sealingCertificate))))));
  }

  /// Acme, Bolt and Print Co are members, and a person of each may act for it.
  void enrolAll() {
    enrol(TestParties.ACME, "Acme GmbH", TestParties.ERIN);
    enrol(TestParties.BOLT, "Bolt Ltd", TestParties.BEN, TestParties.ACME);
    enrol(TestParties.PRINT, "Print Co", TestParties.PIA, TestParties.ACME);
  }

  private void enrol(ResourceId id, String name, ResourceId person, ResourceId... approvedBy) {
    By authority = new By(id, PARTIES.organization(id).authority());
    List<By> signers = new ArrayList<>(List.of(authority));
    for (ResourceId approving : approvedBy) {
      signers.add(new By(approving, PARTIES.person(TestParties.ERIN).signing()));
    }
    follow(signed(PARTIES.enrolment(id, name, approvedBy), signers.toArray(By[]::new)));
    follow(signed(PARTIES.enrolment(person), authority));
    follow(signed(new Statement.Delegate(id, person, Set.of(Act.values())), authority));
  }

  /// In whose name, and by which key.
  record By(ResourceId resource, SigningKey key) {}

  /// A transaction that was made when the next block is.
  Envelope signed(Statement statement, By... signers) {
    return signed(now(), now().plus(Duration.ofDays(30)), statement, signers);
  }

  Envelope signed(Instant timeOfTx, Instant validUntil, Statement statement, By... signers) {
    List<By> all = List.of(signers);
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                tip.state().network(),
                new Nonce(0, nonces++),
                timeOfTx,
                validUntil,
                statement,
                all.stream()
                    .map(by -> new Signer(by.resource(), by.key().certificateHash()))
                    .toList()));
    byte[] message = Envelopes.signedBytes(payload);
    return new Envelope(payload, all.stream().map(by -> by.key().sign(message)).toList());
  }

  /// A second after the block before.
  Instant now() {
    return tip.time().plusSeconds(1);
  }

  Tip tip() {
    return tip;
  }

  /// Adds an honest block, which the judge must take.
  void follow(Envelope... envelopes) {
    Block block = block(acmeSealer(), honest -> {}, envelopes);
    switch (judge.judge(tip, Bytes.of(Blocks.encode(block)))) {
      case Judged.Sound sound -> tip = sound.after();
      case Judged.Unsound unsound -> throw new AssertionError(unsound.faults().toString());
    }
  }

  static SigningKey acmeSealer() {
    return PARTIES.organization(TestParties.ACME).sealer();
  }

  /// The next block, with a lie in its header, sealed by a key.
  Block block(SigningKey sealer, Consumer<Header> lie, Envelope... envelopes) {
    Header header = new Header(tip, now(), envelopes);
    lie.accept(header);
    BlockHeader written = header.write();
    return Blocks.of(written, List.of(envelopes), sealer.sign(Blocks.sealMessage(written)));
  }

  /// A header in the making.
  static final class Header {
    NetworkId network;
    long height;
    BlockHash previous;
    Instant timestamp;
    long treeSize;
    Digest treeRoot;
    int validatorSet;
    ResourceId validator;

    private Header(Tip before, Instant timestamp, Envelope... envelopes) {
      Frontier tree = before.tree();
      for (Envelope envelope : envelopes) {
        tree = tree.append(MerkleHash.leaf(Envelopes.encode(envelope)));
      }
      this.network = before.state().network();
      this.height = before.height() + 1;
      this.previous = before.hash();
      this.timestamp = timestamp;
      this.treeSize = tree.size();
      this.treeRoot = tree.root();
      this.validatorSet = before.state().membership().validators().number();
      this.validator = TestParties.ACME;
    }

    private BlockHeader write() {
      return new BlockHeader(
          BlockHeader.VERSION,
          network,
          height,
          previous,
          timestamp,
          treeSize,
          treeRoot,
          validatorSet,
          validator);
    }
  }
}
