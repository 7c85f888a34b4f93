package touchmark.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.receipt.FixedReceipt.INDEX;
import static touchmark.ledger.receipt.FixedReceipt.SIZE;
import static touchmark.ledger.receipt.FixedReceipt.flipped;
import static touchmark.ledger.receipt.FixedReceipt.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import touchmark.ledger.codec.Golden;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.CheckpointKey;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.proof.InclusionProof;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.NoteSignature;
import touchmark.ledger.proof.NoteSigner;
import touchmark.ledger.proof.SignatureType;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.TreeHead;

class ReceiptTest {
  private static final FixedReceipt FIXED = FixedReceipt.make();
  private static final Receipt GOOD = FIXED.receipt();
  private static final int LOG = 0;
  private static final int ED25519 = 1;
  private static final int ML_DSA = 2;

  @Test
  void theBytesOfReceiptCheckpointAndPolicyNeverChange() throws IOException {
    Golden.check("receipt.tlog-proof", GOOD.encode());
    Golden.check("receipt.checkpoint", GOOD.note().print().getBytes(StandardCharsets.UTF_8));
    Golden.check("receipt.policy", FIXED.policy());
  }

  @Test
  void aReceiptIsReadAsItWasWrittenAndHolds() throws Exception {
    Receipt read = Receipt.parse(GOOD.encode());

    assertThat(read).isEqualTo(GOOD);
    assertThat(FIXED.check(read))
        .isEqualTo(
            new Checked.Holds(
                List.of(
                    new Voucher(FIXED.origin(), SignatureType.LOG, Optional.empty()),
                    new Voucher(
                        FIXED.origin() + "/acme",
                        SignatureType.COSIGNATURE_ED25519,
                        Optional.of(FixedReceipt.TIME)),
                    new Voucher(
                        FIXED.origin() + "/acme",
                        SignatureType.COSIGNATURE_ML_DSA_44,
                        Optional.of(FixedReceipt.TIME)))));
  }

  @Test
  void withoutAPolicyNobodyIsTrusted() {
    assertThat(ReceiptCheck.check(GOOD, Optional.empty())).isEqualTo(new Checked.NobodyTrusted());
  }

  @Test
  void signaturesOfStrangersAreIgnored() throws Exception {
    List<NoteSignature> more = new ArrayList<>(GOOD.note().signatures());
    more.addFirst(new NoteSignature("stranger.example", 7, Bytes.of(new byte[] {1})));
    more.add(new NoteSignature(FIXED.origin(), 7, GOOD.note().signatures().getFirst().signature()));
    Receipt receipt =
        FIXED.receipt(FIXED.envelope, GOOD.proof(), new SignedNote(GOOD.note().text(), more));

    assertThat(FIXED.check(Receipt.parse(receipt.encode()))).isInstanceOf(Checked.Holds.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aReceiptThatLiesIsRefused(String lie, byte[] receipt, String because) throws IOException {
    Golden.check("receipt-lies/" + lie + ".tlog-proof", receipt);
    try {
      Receipt read = Receipt.parse(receipt);
      assertThat(FIXED.check(read))
          .isInstanceOfSatisfying(
              Checked.Refused.class, refused -> assertThat(refused.reason()).contains(because));
    } catch (MalformedException e) {
      assertThat(e).hasMessageContaining(because);
    }
  }

  static Stream<Arguments> lies() {
    SignedNote note = GOOD.note();
    List<NoteSignature> signatures = note.signatures();
    String text = GOOD.print();
    Envelope forged = FIXED.sentToAnother();
    TreeHead smaller = new TreeHead(SIZE - 1, FIXED.proofs(FIXED.envelope).root(SIZE - 1));
    SignedNote ofSmaller = FIXED.note(smaller);
    NoteSigner otherLog =
        new NoteSigner(
            FIXED.origin(),
            SignatureType.LOG,
            FixedSigner.of(CheckpointKey.Kind.ED25519, "another log"));
    return Stream.of(
        lie("sent-to-another", receipt(forged, GOOD.proof(), note), "not in the tree"),
        lie(
            "sent-to-another-in-a-tree-of-its-own",
            receipt(
                forged,
                FIXED.proofs(forged).inclusion(INDEX, SIZE),
                new SignedNote(FIXED.note(FIXED.head(forged)).text(), signatures)),
            "does not match"),
        lie(
            "sender-signature-altered",
            receipt(
                new Envelope(
                    FIXED.envelope.payload(),
                    List.of(altered(FIXED.envelope.signatures().getFirst()))),
                GOOD.proof(),
                note),
            "not in the tree"),
        lie("index-one-more", receipt(index(INDEX + 1, SIZE)), "not in the tree"),
        lie("index-of-the-first", receipt(index(0, SIZE)), "not in the tree"),
        lie(
            "index-outside-the-tree",
            text.replace("\nindex 4\n", "\nindex 7\n"),
            "a place in a tree of 7"),
        lie("path-hash-altered", receipt(path(pathWith(1, FIXED.head(forged).root()))), "not in"),
        lie("path-hash-missing", receipt(path(pathWith(2, null))), "not in the tree"),
        lie("path-hash-added", receipt(path(pathLonger())), "not in the tree"),
        lie("path-hashes-exchanged", receipt(path(pathTurned())), "not in the tree"),
        lie("path-missing", receipt(path(List.of())), "not in the tree"),
        lie(
            "log-of-another-network",
            text.replace("touchmark.invalid/4b", "touchmark.invalid/5b"),
            "belongs to the log"),
        lie("tree-one-larger", text.replace("\n7\n", "\n8\n"), "match"),
        lie("tree-one-smaller", text.replace("\n7\n", "\n6\n"), "not in the tree"),
        lie("tree-beyond-2-63", text.replace("\n7\n", "\n9223372036854775808\n"), "below 2^63"),
        lie(
            "root-of-another-tree",
            receipt(
                FIXED.envelope,
                GOOD.proof(),
                new SignedNote(FIXED.note(FIXED.head(forged)).text(), signatures)),
            "not in the tree"),
        lie("log-signature-missing", noted(with(note, LOG, Optional.empty())), "No key of the log"),
        lie("log-signature-altered", noted(flippedIn(LOG, -1)), "does not match"),
        lie(
            "log-signature-of-another-key",
            noted(
                with(note, LOG, Optional.of(otherLog.sign(GOOD.checkpoint(), FixedReceipt.TIME)))),
            "No key of the log"),
        lie(
            "log-signature-of-another-key-under-this-key-id",
            noted(
                with(
                    note,
                    LOG,
                    Optional.of(
                        renumbered(
                            otherLog.sign(GOOD.checkpoint(), FixedReceipt.TIME),
                            signatures.get(LOG).keyId())))),
            "does not match"),
        lie(
            "log-signature-of-a-smaller-tree",
            noted(with(note, LOG, Optional.of(ofSmaller.signatures().get(LOG)))),
            "does not match"),
        lie(
            "cosignature-ed25519-missing",
            noted(with(note, ED25519, Optional.empty())),
            "Not enough witnesses"),
        lie("cosignature-ed25519-altered", noted(flippedIn(ED25519, -1)), "does not match"),
        lie("cosignature-ed25519-at-another-time", noted(flippedIn(ED25519, 7)), "does not match"),
        lie("cosignature-ed25519-before-1970", noted(sinceForever(ED25519)), "does not match"),
        lie(
            "cosignature-ed25519-of-a-smaller-tree",
            noted(with(note, ED25519, Optional.of(ofSmaller.signatures().get(ED25519)))),
            "does not match"),
        lie(
            "cosignature-ed25519-twice-the-second-altered",
            noted(
                new SignedNote(
                    note.text(),
                    List.of(
                        signatures.get(LOG),
                        signatures.get(ED25519),
                        flipped(signatures.get(ED25519), -1),
                        signatures.get(ML_DSA)))),
            "does not match"),
        lie(
            "cosignature-ml-dsa-44-missing",
            noted(with(note, ML_DSA, Optional.empty())),
            "Not enough witnesses"),
        lie("cosignature-ml-dsa-44-altered", noted(flippedIn(ML_DSA, 1000)), "does not match"),
        lie("cosignature-ml-dsa-44-at-another-time", noted(flippedIn(ML_DSA, 7)), "does not match"),
        lie(
            "cosignature-ml-dsa-44-of-a-smaller-tree",
            noted(with(note, ML_DSA, Optional.of(ofSmaller.signatures().get(ML_DSA)))),
            "does not match"),
        lie(
            "cosignature-under-another-name",
            noted(
                with(
                    note,
                    ML_DSA,
                    Optional.of(
                        new NoteSignature(
                            FIXED.origin() + "/bolt",
                            signatures.get(ML_DSA).keyId(),
                            signatures.get(ML_DSA).signature())))),
            "Not enough witnesses"),
        lie(
            "cosignatures-missing",
            noted(new SignedNote(note.text(), List.of(signatures.get(LOG)))),
            "Not enough witnesses"),
        lie("signatures-missing", text.substring(0, text.indexOf('\u2014')), "signature lines"),
        lie(
            "checkpoint-with-an-extension-line",
            text.replace("\n\n\u2014", "\nmore\n\n\u2014"),
            "three lines"),
        lie("another-form", text.replace("proof@v1", "proof@v2"), "tlog-proof@v1"),
        lie("extra-missing", text.replaceAll("extra [^\n]+\n", ""), "extra"),
        lie("extra-empty", text.replaceAll("extra [^\n]+\n", "extra \n"), "envelope"),
        lie(
            "extra-with-a-byte-behind",
            text.replaceFirst("(extra [^\n]+)\n", "$1AAAA\n"),
            "the end"),
        lie("extra-twice", text.replaceFirst("(extra [^\n]+\n)", "$1$1"), "index"),
        lie("index-missing", text.replace("index 4\n", ""), "index"),
        lie("index-with-a-zero-in-front", text.replace("index 4", "index 04"), "decimal"),
        lie("index-negative", text.replace("index 4", "index -4"), "decimal"),
        lie("index-with-a-space-behind", text.replace("index 4", "index 4 "), "decimal"),
        lie("lines-of-another-system", text.replace("\n", "\r\n"), "control character 0d"),
        lie("byte-order-mark-in-front", "\ufeff" + text, "tlog-proof@v1"),
        lie("a-newline-less", text.substring(0, text.length() - 1), "signature lines"),
        lie("a-newline-more", text + "\n", "signature lines"),
        lie("empty", "", "empty line"));
  }

  @Test
  void noByteOfAReceiptCanBeFlipped() throws Exception {
    byte[] good = GOOD.encode();
    Set<String> outcomes = new HashSet<>();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      try {
        Checked checked = FIXED.check(Receipt.parse(bad));
        assertThat(checked).as("byte %d", at).isInstanceOf(Checked.Refused.class);
        outcomes.add("refused");
      } catch (MalformedException e) {
        outcomes.add("malformed");
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder("refused", "malformed");
  }

  @Test
  void noCutOfAReceiptIsOne() {
    byte[] good = GOOD.encode();
    for (int end = 0; end < good.length; end += 3) {
      byte[] cut = java.util.Arrays.copyOf(good, end);
      assertThatThrownBy(() -> requireHolds(cut)).isInstanceOf(MalformedException.class);
    }
  }

  private static void requireHolds(byte[] bytes) throws MalformedException {
    if (FIXED.check(Receipt.parse(bytes)) instanceof Checked.Refused refused) {
      throw new MalformedException("receipt", "one that holds", refused.reason());
    }
  }

  @Test
  void aReceiptHasAMostOfBytesAndHashes() {
    byte[] large = new byte[Receipt.LONGEST + 1];
    java.util.Arrays.fill(large, (byte) 'a');
    assertThatThrownBy(() -> Receipt.parse(large)).hasMessageContaining("at most 1048576 bytes");
    String hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    String start = GOOD.print().substring(0, GOOD.print().indexOf("index 4\n") + 8);
    String end = GOOD.print().substring(GOOD.print().indexOf("\n\ntouchmark") + 1);
    assertThatThrownBy(
            () -> Receipt.parse((start + hash.repeat(65) + end).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("at most 64 hashes");
    assertThatThrownBy(
            () -> Receipt.parse((start + hash.repeat(9999) + end).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("at most 64 hashes");
  }

  @Test
  void aQuorumOfOneKindOfKeyIsEnoughForAPolicyThatSaysSo() throws Exception {
    String policy = new String(FIXED.policy(), StandardCharsets.UTF_8);
    SignedNote without = with(GOOD.note(), ML_DSA, Optional.empty());
    Receipt receipt = FIXED.receipt(FIXED.envelope, GOOD.proof(), without);

    assertThat(check(receipt, policy)).isInstanceOf(Checked.Refused.class);
    assertThat(check(receipt, policy.replace("both all", "both any")))
        .isInstanceOf(Checked.Holds.class);
    assertThat(check(receipt, policy.replace("quorum quorum-of-validators", "quorum none")))
        .isInstanceOf(Checked.Holds.class);
  }

  @Test
  void aPolicyOfAnotherLogOrKeyRefuses() throws Exception {
    NoteKey stranger =
        new NoteKey(
            "log.example",
            SignatureType.LOG,
            FixedSigner.of(CheckpointKey.Kind.ED25519, "stranger").key());
    assertThat(check(GOOD, "log " + stranger.vkey() + "\nquorum none\n"))
        .isEqualTo(new Checked.Refused("The policy does not know the log " + FIXED.origin() + "."));
    assertThat(check(GOOD, "quorum none\n")).isInstanceOf(Checked.Refused.class);
  }

  private static Checked check(Receipt receipt, String policy) throws MalformedException {
    return ReceiptCheck.check(
        receipt, Optional.of(PolicyText.parse(policy.getBytes(StandardCharsets.UTF_8))));
  }

  private static Arguments lie(String name, String receipt, String because) {
    return Arguments.of(name, receipt.getBytes(StandardCharsets.UTF_8), because);
  }

  private static String receipt(Envelope leaf, InclusionProof proof, SignedNote note) {
    return FIXED.receipt(leaf, proof, note).print();
  }

  private static String receipt(InclusionProof proof) {
    return receipt(FIXED.envelope, proof, GOOD.note());
  }

  private static String noted(SignedNote note) {
    return receipt(FIXED.envelope, GOOD.proof(), note);
  }

  private static InclusionProof index(long index, long size) {
    return new InclusionProof(index, size, GOOD.proof().path());
  }

  private static InclusionProof path(List<Digest> path) {
    return new InclusionProof(INDEX, SIZE, path);
  }

  private static List<Digest> pathWith(int at, @org.jspecify.annotations.Nullable Digest other) {
    List<Digest> path = new ArrayList<>(GOOD.proof().path());
    path.remove(at);
    if (other != null) {
      path.add(at, other);
    }
    return path;
  }

  private static List<Digest> pathLonger() {
    List<Digest> path = new ArrayList<>(GOOD.proof().path());
    path.add(path.getFirst());
    return path;
  }

  private static List<Digest> pathTurned() {
    List<Digest> path = new ArrayList<>(GOOD.proof().path());
    Collections.swap(path, 0, 1);
    return path;
  }

  private static SignedNote flippedIn(int which, int at) {
    return with(GOOD.note(), which, Optional.of(flipped(GOOD.note().signatures().get(which), at)));
  }

  private static SignedNote sinceForever(int which) {
    NoteSignature signature = GOOD.note().signatures().get(which);
    byte[] bytes = signature.signature().toArray();
    bytes[0] = (byte) 0x80;
    return with(
        GOOD.note(),
        which,
        Optional.of(new NoteSignature(signature.keyName(), signature.keyId(), Bytes.of(bytes))));
  }

  private static NoteSignature renumbered(NoteSignature signature, int keyId) {
    return new NoteSignature(signature.keyName(), keyId, signature.signature());
  }

  private static Bytes altered(Bytes signature) {
    byte[] bytes = signature.toArray();
    bytes[bytes.length - 1] ^= 1;
    return Bytes.of(bytes);
  }
}
