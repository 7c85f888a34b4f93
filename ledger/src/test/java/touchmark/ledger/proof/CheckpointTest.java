package touchmark.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.CheckpointKey;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.model.Bytes;

class CheckpointTest {
  /// The key and note in the documentation of golang.org/x/mod/sumdb/note, where the form began.
  private static final String PUBLISHED_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String PUBLISHED_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String PUBLISHED_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  /// The example of [C2SP tlog-cosignature].
  private static final String PUBLISHED_CHECKPOINT =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  private static final TreeHead HEAD = new TreeHead(20_852_163, MerkleHash.leaf(new byte[] {1}));

  @Test
  void theNoteThatBeganTheFormIsReadAndItsSignatureHolds() throws Exception {
    NoteKey key = NoteKey.parse("test", PUBLISHED_KEY);
    SignedNote note = SignedNote.parse(PUBLISHED_NOTE.getBytes(StandardCharsets.UTF_8));
    NoteSignature signature = note.signatures().getFirst();

    assertThat(key.keyId()).isEqualTo(0xc74f20a3);
    assertThat(key.vkey()).isEqualTo(PUBLISHED_KEY);
    assertThat(note.print()).isEqualTo(PUBLISHED_NOTE);
    assertThat(key.isNamedBy(signature)).isTrue();
    assertThat(
            key.key().verifies(note.text().getBytes(StandardCharsets.UTF_8), signature.signature()))
        .isTrue();
    byte[] typedSeed = Base64.getDecoder().decode(PUBLISHED_SECRET);
    FixedSigner signer =
        FixedSigner.ofSeed(
            CheckpointKey.Kind.ED25519, Arrays.copyOfRange(typedSeed, 1, typedSeed.length));
    assertThat(signer.sign(note.text().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(signature.signature());
  }

  @Test
  void theExampleOfTheSpecificationIsReadToItsTime() throws Exception {
    SignedNote note = SignedNote.parse(PUBLISHED_CHECKPOINT.getBytes(StandardCharsets.UTF_8));
    Checkpoint checkpoint = Checkpoint.parse(note.text());

    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.head().size()).isEqualTo(20_852_163);
    assertThat(note.print()).isEqualTo(PUBLISHED_CHECKPOINT);
    NoteSignature cosignature = note.signatures().get(1);
    assertThat(cosignature.keyName()).isEqualTo("witness.example.com/w1");
    assertThat(cosignature.keyId()).isEqualTo(0x8d66cf3f);
    assertThat(cosignature.time()).contains(Instant.ofEpochSecond(1_679_315_147));
    assertThat(SignatureType.LOG.message("", checkpoint, 0))
        .isEqualTo(note.text().getBytes(StandardCharsets.UTF_8));
    assertThat(
            new String(
                SignatureType.COSIGNATURE_ED25519.message("", checkpoint, 1_679_315_147),
                StandardCharsets.UTF_8))
        .isEqualTo("cosignature/v1\ntime 1679315147\n" + note.text());
  }

  /// [C2SP tlog-cosignature, ML-DSA-44 signed message], written out.
  @Test
  void theQuantumSafeCosignatureCoversNameTimeOriginSizeAndRoot() {
    Checkpoint checkpoint = new Checkpoint("log.example", HEAD);

    assertThat(
            HexFormat.of()
                .formatHex(
                    SignatureType.COSIGNATURE_ML_DSA_44.message(
                        "w.example", checkpoint, 0x01020304)))
        .isEqualTo(
            "737562747265652f76310a00"
                + "09"
                + "772e6578616d706c65"
                + "0000000001020304"
                + "0b"
                + "6c6f672e6578616d706c65"
                + "0000000000000000"
                + "00000000013e2dc3"
                + HEAD.root().hex());
  }

  @Test
  void eachTypeSignsWhatItsKeyVerifiesAndNothingElse() {
    Checkpoint checkpoint = new Checkpoint("log.example", HEAD);
    Checkpoint other = new Checkpoint("log.example", new TreeHead(2, HEAD.root()));
    Instant time = Instant.ofEpochSecond(1_800_000_000);
    for (SignatureType type : SignatureType.values()) {
      NoteSigner signer = new NoteSigner("w.example", type, FixedSigner.of(type.kind(), "w"));
      NoteSignature signature = signer.sign(checkpoint, time);
      NoteKey key = signer.key();

      assertThat(key.isNamedBy(signature)).as("%s", type).isTrue();
      assertThat(key.verifies(checkpoint, signature)).as("%s", type).isTrue();
      assertThat(key.verifies(other, signature)).as("%s", type).isFalse();
      assertThat(key.time(signature).isPresent()).isEqualTo(type != SignatureType.LOG);
      byte[] bytes = signature.signature().toArray();
      bytes[7] ^= 1;
      assertThat(
              key.verifies(
                  checkpoint, new NoteSignature("w.example", key.keyId(), Bytes.of(bytes))))
          .as("%s with another time", type)
          .isFalse();
    }
  }

  @Test
  void theSameKeyUnderAnotherTypeOrNameIsAnotherKey() {
    CheckpointKey raw = FixedSigner.of(CheckpointKey.Kind.ED25519, "w").key();
    NoteKey log = new NoteKey("a", SignatureType.LOG, raw);
    NoteKey witness = new NoteKey("a", SignatureType.COSIGNATURE_ED25519, raw);
    NoteKey renamed = new NoteKey("b", SignatureType.LOG, raw);

    assertThat(List.of(witness.keyId(), renamed.keyId())).doesNotContain(log.keyId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
        "PeterNeumann+c74f20a3+",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void aKeyThatIsNotWrittenAsItMustIsRefused(String vkey) {
    assertThatThrownBy(() -> NoteKey.parse("test", vkey)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "text\n",
        "text\n\n",
        "text\n\n— a AAAAAAA=",
        "text\n\na AAAAAAA=\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n—a AAAAAAA=\n",
        "text\n\n— AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a  AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a\u00a0b AAAAAAA=\n",
        "text\n\n— a AAAA\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAAAA\n",
        "text\n\n— a AAAAAAA= \n",
        "text\n\n— a AAAAAAA=\r\n",
        "text\n\n— a AAAAAAA=\nmore\n",
        "te\u0001xt\n\n— a AAAAAAA=\n",
        "te\txt\n\n— a AAAAAAA=\n"
      })
  void aNoteThatIsNotWrittenAsItMustIsRefused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aNoteOfOtherBytesThanUtf8IsRefused() {
    byte[] note = "text\n\n— a AAAAAAA=\n".getBytes(StandardCharsets.UTF_8);
    note[1] = (byte) 0xff;
    assertThatThrownBy(() -> SignedNote.parse(note))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void aNoteHasAMostOfBytesAndSignatures() throws Exception {
    String line = "— a AAAAAAA=\n";
    String most = "text\n\n" + line.repeat(SignedNote.MOST_SIGNATURES);
    assertThat(SignedNote.parse(most.getBytes(StandardCharsets.UTF_8)).signatures())
        .hasSize(SignedNote.MOST_SIGNATURES);
    assertThatThrownBy(() -> SignedNote.parse((most + line).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("at most 64 signatures");
    String longest =
        "x".repeat(SignedNote.LONGEST - 2 - line.getBytes(StandardCharsets.UTF_8).length)
            + "\n\n"
            + line;
    assertThat(SignedNote.parse(longest.getBytes(StandardCharsets.UTF_8)).signatures()).hasSize(1);
    assertThatThrownBy(() -> SignedNote.parse(("x" + longest).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("at most");
    String signature = Base64.getEncoder().encodeToString(new byte[4 + NoteSignature.LONGEST + 1]);
    assertThatThrownBy(
            () ->
                SignedNote.parse(("t\n\n— a " + signature + "\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.example\n1\n",
        "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nextension\n",
        "log.example\n1\n\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n١\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "log.example\r\n1\r\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\r\n"
      })
  void aCheckpointThatIsNotWrittenAsItMustIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
  }
}
