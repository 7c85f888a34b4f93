package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.Statement;

/// Each bound that a network sets in its genesis: what lies on it is read, what lies one above is
/// not, and the bounds have bounds themselves.
class BoundsTest {
  private static final int PAYLOAD = 16 * 1024;
  private static final int BLOCK = 64 * 1024;
  private static final Limits NARROW = new Limits(PAYLOAD, BLOCK, 3, 2, 10, 2);

  private static Bytes payload(Statement statement, int length) {
    byte[] bytes = Samples.payload(statement);
    byte[] padded = java.util.Arrays.copyOf(bytes, Math.max(length, bytes.length));
    java.util.Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return Bytes.of(padded);
  }

  private static Statement claim(boolean isPublic, int versions, String description) {
    FileLabels labels =
        isPublic
            ? new FileLabels.Clear("id", Collections.nCopies(versions, "v"), List.of(description))
            : new FileLabels.Sealed(
                new Commitment(Samples.digest(4)),
                Collections.nCopies(versions, new Commitment(Samples.digest(5))),
                List.of());
    return new Statement.RecordOwnership(
        Samples.ACME,
        new DigitalAsset(
            new Fingerprint(Samples.digest(3)),
            HashAlgorithm.SHA_256,
            isPublic,
            Optional.empty(),
            Optional.empty(),
            new ProductFile(labels, DataType.GEOMETRY_3D, List.of())),
        List.of());
  }

  private static void read(Bytes payload) throws MalformedException {
    assertThat(PayloadCodec.decode(payload, NARROW)).isNotNull();
  }

  private static void refused(Bytes payload, String sentence) {
    assertThatThrownBy(() -> PayloadCodec.decode(payload, NARROW))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void theLargestPayload() throws MalformedException {
    read(payload(Samples.SEND, PAYLOAD));
    refused(payload(Samples.SEND, PAYLOAD + 1), "at most 16384 bytes of JSON, found 16385 bytes");
  }

  @Test
  void theLargestPayloadOfAnEnvelope() throws MalformedException {
    Bytes signature = Bytes.of(new byte[] {1});
    byte[] good =
        Envelopes.encode(new Envelope(payload(Samples.SEND, PAYLOAD), List.of(signature)));
    byte[] large =
        Envelopes.encode(new Envelope(payload(Samples.SEND, PAYLOAD + 1), List.of(signature)));
    assertThat(Envelopes.decode(good, NARROW).payload().length()).isEqualTo(PAYLOAD);
    assertThatThrownBy(() -> Envelopes.decode(large, NARROW))
        .hasMessageContaining("expected a payload length from 1 to 16384, found 16385");
  }

  @Test
  void theMostVersions() throws MalformedException {
    for (boolean isPublic : new boolean[] {true, false}) {
      read(payload(claim(isPublic, 2, "d"), 0));
      refused(
          payload(claim(isPublic, 3, "d"), 0), "versionIds: expected at most 2 elements, found 3");
    }
  }

  @Test
  void theLongestDescription() throws MalformedException {
    read(payload(claim(true, 1, "x".repeat(10)), 0));
    refused(
        payload(claim(true, 1, "x".repeat(11)), 0),
        "descriptions[0]: expected at most 10 characters, found 11");
  }

  @Test
  void theMostTransactionsOfABlock() throws MalformedException {
    assertThat(Blocks.decode(block(3, 500), NARROW).envelopes()).hasSize(3);
    assertThatThrownBy(() -> Blocks.decode(block(4, 500), NARROW))
        .hasMessageContaining("expected a number of envelopes from 0 to 3, found 4");
  }

  @Test
  void theLargestBlock() throws MalformedException {
    Limits roomy = new Limits(Limits.WIDEST.largestPayload(), BLOCK, 3, 2, 10, 2);
    int frame = block(1, 1_000).length - 1_000;
    assertThat(Blocks.decode(block(1, BLOCK - frame), roomy).envelopes()).hasSize(1);
    byte[] large = block(1, BLOCK - frame + 1);
    assertThat(large).hasSize(BLOCK + 1);
    assertThatThrownBy(() -> Blocks.decode(large, roomy))
        .hasMessage("block: expected at most 65536 bytes, found 65537 bytes");
  }

  private static byte[] block(int transactions, int payload) {
    Envelope envelope =
        new Envelope(payload(Samples.SEND, payload), List.of(Bytes.of(new byte[] {1})));
    Block block =
        Blocks.of(
            Samples.HEADER,
            Collections.nCopies(transactions, envelope),
            Bytes.of(new byte[] {0x30, 4}));
    return Blocks.encode(block);
  }

  @Test
  void theBoundsOfEachBound() {
    Limits least = new Limits(16_384, 65_536, 1, 1, 1, 2);
    Limits most = new Limits(65_536, 16_777_216, 10_000, 64, 2_000, 8);
    assertThat(genesis(least)).isEqualTo(least);
    assertThat(genesis(most)).isEqualTo(most).isEqualTo(Limits.WIDEST);
    refusedLimit("largestPayload", 16_383, 65_537);
    refusedLimit("largestBlock", 65_535, 16_777_217);
    refusedLimit("mostTransactions", 0, 10_001);
    refusedLimit("mostVersions", 0, 65);
    refusedLimit("longestDescription", 0, 2_001);
    refusedLimit("longestPath", 1, 9);
  }

  private static Limits genesis(Limits limits) {
    Genesis genesis =
        new Genesis(
            "Bounds",
            NetworkMode.SOLO,
            Samples.TIME,
            limits,
            List.of(new Genesis.Validator(Samples.ACME, Bytes.of(new byte[] {0x30, 6}))));
    try {
      return GenesisCodec.decode(Bytes.of(GenesisCodec.encode(genesis))).limits();
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private static void refusedLimit(String name, int... values) {
    String good =
        new String(GenesisCodec.encode(Samples.GENESIS), java.nio.charset.StandardCharsets.UTF_8);
    for (int value : values) {
      String bad = good.replaceAll("(\"" + name + "\":)\\d+", "$1" + value);
      Bytes bytes = Bytes.of(bad.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThatThrownBy(() -> GenesisCodec.decode(bytes))
          .isInstanceOf(MalformedException.class)
          .hasMessageContaining(name + " is between")
          .hasMessageEndingWith("not " + value);
    }
  }
}
