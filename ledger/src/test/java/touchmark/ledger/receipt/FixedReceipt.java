package touchmark.ledger.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.InclusionProof;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.proof.MerkleProofs;
import touchmark.ledger.proof.NoteSignature;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.SubtreeHashes;
import touchmark.ledger.proof.TreeHead;

/// A receipt whose bytes are the same each time: the golden envelope as the fifth leaf of seven,
/// signed by the validator acme with keys out of texts; and its parts, to lie with.
final class FixedReceipt {
  static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");
  static final ResourceId ACME = new ResourceId("acme");
  static final int INDEX = 4;
  static final int SIZE = 7;

  final Envelope envelope;
  final ValidatorSigners signers;

  final TrustPolicy trusted;

  private FixedReceipt(Envelope envelope, ValidatorSigners signers) throws MalformedException {
    this.envelope = envelope;
    this.signers = signers;
    this.trusted = PolicyText.parse(policy());
  }

  static FixedReceipt make() {
    try (InputStream frozen = FixedReceipt.class.getResourceAsStream("/golden/envelope.bin")) {
      Envelope envelope = Envelopes.decode(frozen.readAllBytes());
      return new FixedReceipt(
          envelope,
          new ValidatorSigners(
              PayloadCodec.decode(envelope.payload()).network(), FixedSigner.keys(ACME)));
    } catch (IOException | MalformedException e) {
      throw new AssertionError(e);
    }
  }

  NetworkId network() {
    return signers.network();
  }

  Receipt receipt() {
    return receipt(envelope, proofs(envelope).inclusion(INDEX, SIZE), note(head(envelope)));
  }

  Receipt receipt(Envelope leaf, InclusionProof proof, SignedNote note) {
    try {
      return Receipt.of(leaf, proof, note);
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  SignedNote note(TreeHead head) {
    return signers.sign(head, TIME);
  }

  /// The tree with another leaf in our place.
  MerkleProofs proofs(Envelope fifth) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      leaves.add(MerkleHash.leaf(i == INDEX ? Envelopes.encode(fifth) : new byte[] {(byte) i}));
    }
    return new MerkleProofs(SubtreeHashes.ofLeaves(index -> leaves.get((int) index)));
  }

  TreeHead head(Envelope fifth) {
    return new TreeHead(SIZE, proofs(fifth).root(SIZE));
  }

  /// The golden envelope, sent to somebody else.
  Envelope sentToAnother() {
    String payload = new String(envelope.payload().toArray(), StandardCharsets.UTF_8);
    return new Envelope(
        Bytes.of(payload.replace("bolt-ltd", "evil-ltd").getBytes(StandardCharsets.UTF_8)),
        envelope.signatures());
  }

  byte[] policy() {
    return new ValidatorPolicy(
            "Brackets and Bolts",
            List.of(
                new ValidatorPolicy.Validator(
                    "Acme GmbH",
                    Bytes.of("acme authority".getBytes(StandardCharsets.UTF_8)),
                    signers)))
        .encode();
  }

  Checked check(Receipt receipt) {
    return ReceiptCheck.check(receipt, Optional.of(trusted));
  }

  static SignedNote with(SignedNote note, int which, Optional<NoteSignature> other) {
    List<NoteSignature> signatures = new ArrayList<>(note.signatures());
    signatures.remove(which);
    other.ifPresent(signature -> signatures.add(which, signature));
    return new SignedNote(note.text(), signatures);
  }

  static NoteSignature flipped(NoteSignature signature, int at) {
    byte[] bytes = signature.signature().toArray();
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    return new NoteSignature(signature.keyName(), signature.keyId(), Bytes.of(bytes));
  }

  String origin() {
    return Checkpoint.origin(network());
  }
}
