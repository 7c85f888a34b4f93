package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.PartlySigned;

/// Frames that lie about themselves, one lie a test.
class FrameStrictnessTest {
  private static final Bytes PAYLOAD = Bytes.of(Samples.payload(Samples.SEND));
  private static final Envelope ENVELOPE =
      new Envelope(PAYLOAD, List.of(Bytes.of(new byte[] {0x30, 1, 2, 3})));
  private static final byte[] FRAME = Envelopes.encode(ENVELOPE);
  private static final byte[] BLOCK =
      Blocks.encode(Blocks.of(Samples.HEADER, List.of(ENVELOPE), Bytes.of(new byte[] {0x30, 4})));
  private static final int HEADER_LENGTH = Blocks.encodeHeader(Samples.HEADER).length;

  @Test
  void whatIsSignedIsTheEncodingThatDssePrints() {
    assertThat(new String(Envelopes.signedBytes(PAYLOAD), StandardCharsets.UTF_8))
        .isEqualTo(
            "DSSEv1 42 application/vnd.touchmark.transaction+json "
                + PAYLOAD.length()
                + " "
                + new String(PAYLOAD.toArray(), StandardCharsets.UTF_8));
  }

  @Test
  void anEnvelopeWithATrailingByte() {
    refusedEnvelope(Arrays.copyOf(FRAME, FRAME.length + 1), "expected the end, found 1 more bytes");
  }

  @Test
  void anEnvelopeThatEndsEarly() {
    for (int length = 0; length < FRAME.length; length++) {
      refusedEnvelope(Arrays.copyOf(FRAME, length), "found the end after");
    }
  }

  @Test
  void anEnvelopeOfAnotherVersion() {
    byte[] lie = FRAME.clone();
    lie[0] = 2;
    refusedEnvelope(lie, "expected the envelope's version from 1 to 1, found 2");
  }

  @Test
  void anEnvelopeWithAHugePayloadLength() {
    for (int length : new int[] {0, -1, Integer.MAX_VALUE, 64 * 1024 + 1}) {
      byte[] lie = ByteBuffer.wrap(FRAME.clone()).putInt(1, length).array();
      refusedEnvelope(lie, "expected a payload length from 1 to 65536, found " + length);
    }
  }

  @Test
  void anEnvelopeWithoutSignatures() {
    byte[] lie = Arrays.copyOf(FRAME, 5 + PAYLOAD.length() + 1);
    lie[lie.length - 1] = 0;
    refusedEnvelope(lie, "expected a number of signatures from 1 to 32, found 0");
  }

  @Test
  void anEnvelopeWithAnEmptySignature() {
    byte[] lie = Arrays.copyOf(FRAME, 5 + PAYLOAD.length() + 3);
    lie[lie.length - 1] = 0;
    refusedEnvelope(lie, "expected a signature length from 1 to 4096, found 0");
  }

  @Test
  void aBlockWithATrailingByte() {
    refusedBlock(Arrays.copyOf(BLOCK, BLOCK.length + 1), "expected the end, found 1 more bytes");
  }

  @Test
  void aBlockThatEndsEarly() {
    for (int length = 0; length < BLOCK.length; length++) {
      byte[] cut = Arrays.copyOf(BLOCK, length);
      assertThatThrownBy(() -> Blocks.decode(cut)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void aBlockWithAHugeCountOfEnvelopes() {
    for (int count : new int[] {-1, Integer.MAX_VALUE, 10_001}) {
      byte[] lie = ByteBuffer.wrap(BLOCK.clone()).putInt(2 + HEADER_LENGTH, count).array();
      refusedBlock(lie, "expected a number of envelopes from 0 to 10000, found " + count);
    }
  }

  @Test
  void aBlockWithAHugeEnvelope() {
    byte[] lie =
        ByteBuffer.wrap(BLOCK.clone()).putInt(6 + HEADER_LENGTH, Integer.MAX_VALUE).array();
    refusedBlock(lie, "expected an envelope length from 1 to ");
  }

  @Test
  void aBlockLargerThanItsNetworkAllows() {
    Limits narrow = new Limits(16 * 1024, 64 * 1024, 1, 1, 10, 2);
    assertThatThrownBy(() -> Blocks.decode(new byte[64 * 1024 + 1], narrow))
        .hasMessage("block: expected at most 65536 bytes, found 65537 bytes");
    byte[] two =
        Blocks.encode(
            Blocks.of(Samples.HEADER, List.of(ENVELOPE, ENVELOPE), Bytes.of(new byte[] {0x30, 4})));
    assertThatThrownBy(() -> Blocks.decode(two, narrow))
        .hasMessageContaining("expected a number of envelopes from 0 to 1, found 2");
  }

  @Test
  void aHeaderOfAnotherVersion() {
    refusedHeader(0, 2, "block header: a block has version 1, not 2");
  }

  @Test
  void aHeaderWithANegativeHeight() {
    refusedHeader(33, 0x80, "height, treeSize and validatorSet are not negative");
  }

  @Test
  void aHeaderOfTheFarFuture() {
    refusedHeader(73, 0x7f, "block header: a block's timestamp lies in the years 1970 to 9999");
  }

  @Test
  void aHeaderWhoseValidatorIsNoId() {
    refusedHeader(HEADER_LENGTH - 1, 'E', "'acmE' is no resource id");
    refusedHeader(HEADER_LENGTH - 1, 0xe4, "is no resource id");
  }

  @Test
  void aSealIsNotAHash() {
    assertThat(Blocks.sealMessage(Samples.HEADER))
        .startsWith("touchmark/seal/1\0".getBytes(StandardCharsets.US_ASCII));
    assertThat(Hashing.sha256(Blocks.sealMessage(Samples.HEADER)))
        .isNotEqualTo(Blocks.hash(Samples.HEADER).digest());
  }

  @Test
  void dsseJsonIsReadBack() throws MalformedException {
    assertThat(Dsse.decode(Dsse.encode(ENVELOPE))).isEqualTo(ENVELOPE);
  }

  @Test
  void dsseJsonOfAnotherPayloadType() throws MalformedException {
    refusedDsse(
        dsse().replace("vnd.touchmark.transaction", "vnd.in-toto"),
        "envelope.payloadType: expected application/vnd.touchmark.transaction+json");
  }

  @Test
  void dsseJsonWithAnotherSignersKeyId() throws MalformedException {
    refusedDsse(
        dsse().replace(Samples.digest(2).hex(), Samples.digest(3).hex()),
        "envelope.signatures: expected the key ids [" + Samples.digest(2));
  }

  @Test
  void dsseJsonWithASignatureTooMany() {
    Bytes signature = ENVELOPE.signatures().getFirst();
    Envelope lie = new Envelope(PAYLOAD, List.of(signature, signature));
    assertThatThrownBy(() -> Dsse.encode(lie))
        .hasMessage("envelope.signatures: expected 1 signatures, found 2");
  }

  @Test
  void dsseJsonThatLacksASignatureIsAProposalAndNoEnvelope() throws MalformedException {
    byte[] proposal = Dsse.encode(new PartlySigned(PAYLOAD, List.of(java.util.Optional.empty())));
    assertThat(Dsse.decodePartly(proposal).isComplete()).isFalse();
    assertThatThrownBy(() -> Dsse.decode(proposal))
        .hasMessage("envelope.signatures: expected 1 signatures, found 0");
  }

  @Test
  void aGenesisWithLimitsThatNobodyReads() {
    refusedGenesis(
        "\"largestPayload\":65536", "\"largestPayload\":65537", "largestPayload is between");
  }

  @Test
  void aGenesisOfAnotherVersion() {
    refusedGenesis("\"version\":1", "\"version\":2", "genesis.version: expected a whole number");
  }

  @Test
  void aSoloGenesisWithTwoValidators() {
    String validator = "{\"organization\":\"acme\",\"sealingCertificate\":\"MAYH\"}";
    refusedGenesis(
        validator,
        validator + "," + validator.replace("acme", "bolt"),
        "a solo network has one validator");
  }

  @Test
  void aGenesisWithoutValidators() {
    String validator = "{\"organization\":\"acme\",\"sealingCertificate\":\"MAYH\"}";
    refusedGenesis(validator, "", "a network begins with 1 to 64 validators, not 0");
  }

  private static String dsse() throws MalformedException {
    return new String(Dsse.encode(ENVELOPE), StandardCharsets.UTF_8);
  }

  private static void refusedEnvelope(byte[] frame, String sentence) {
    assertThatThrownBy(() -> Envelopes.decode(frame))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("envelope, byte ")
        .hasMessageContaining(sentence);
  }

  private static void refusedBlock(byte[] frame, String sentence) {
    assertThatThrownBy(() -> Blocks.decode(frame))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("block, byte ")
        .hasMessageContaining(sentence);
  }

  private static void refusedHeader(int at, int value, String sentence) {
    byte[] lie = Blocks.encodeHeader(Samples.HEADER);
    lie[at] = (byte) value;
    assertThatThrownBy(() -> Blocks.decodeHeader(lie))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(sentence);
  }

  private static void refusedDsse(String json, String sentence) {
    assertThatThrownBy(() -> Dsse.decode(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(sentence);
  }

  private static void refusedGenesis(String truth, String lie, String sentence) {
    String json = new String(GenesisCodec.encode(Samples.GENESIS), StandardCharsets.UTF_8);
    assertThat(json).contains(truth);
    Bytes bytes = Bytes.of(json.replace(truth, lie).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> GenesisCodec.decode(bytes))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(sentence);
  }
}
