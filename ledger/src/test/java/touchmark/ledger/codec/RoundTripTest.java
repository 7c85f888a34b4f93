package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;

class RoundTripTest {
  @Property(tries = 300)
  void whatAPayloadSaysIsReadBack(@ForAll long seed) throws MalformedException {
    RandomValues values = new RandomValues(new Random(seed));
    NetworkId network = new NetworkId(Samples.digest(1));
    Nonce nonce = values.nonce();
    Instant time = values.time();
    Instant until = time.plus(Duration.ofDays(30));
    Statement statement = values.statement();
    List<Signer> signers = values.signers();

    Bytes payload = Bytes.of(PayloadCodec.encode(network, nonce, time, until, statement, signers));

    assertThat(PayloadCodec.decode(payload))
        .isEqualTo(
            new Transaction(
                PayloadCodec.txId(payload), network, nonce, time, until, statement, signers));
  }

  @Property(tries = 200)
  void anEnvelopeIsReadBack(@ForAll long seed) throws MalformedException {
    Envelope envelope = new RandomValues(new Random(seed)).envelope();
    assertThat(Envelopes.decode(Envelopes.encode(envelope))).isEqualTo(envelope);
  }

  @Property(tries = 200)
  void aBlockIsReadBack(@ForAll long seed) throws MalformedException {
    RandomValues values = new RandomValues(new Random(seed));
    Block block =
        Blocks.of(values.header(), values.list(0, 6, values::envelope), values.bytes(1, 100));
    assertThat(Blocks.decode(Blocks.encode(block))).isEqualTo(block);
    assertThat(Blocks.decodeHeader(Blocks.encodeHeader(block.header()))).isEqualTo(block.header());
  }

  @Property(tries = 300)
  void aDamagedBlockIsRefusedOrIsAnotherBlock(@ForAll long seed) {
    Random random = new Random(seed);
    RandomValues values = new RandomValues(random);
    byte[] bytes =
        Blocks.encode(
            Blocks.of(values.header(), values.list(0, 3, values::envelope), values.bytes(1, 9)));
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    try {
      // A frame that is read is the only one of its block: no two byte forms mean the same.
      assertThat(Blocks.encode(Blocks.decode(bytes))).isEqualTo(bytes);
    } catch (MalformedException e) {
      assertThat(e).hasMessageStartingWith(e.place()).hasMessageMatching("(?s)(block|envelope).+");
    }
  }

  @Property(tries = 300)
  void aDamagedPayloadIsRefusedOrHasAnotherName(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = Samples.payload(new RandomValues(random).statement());
    Bytes good = Bytes.of(bytes);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    try {
      assertThat(PayloadCodec.decode(Bytes.of(bytes)).txId()).isNotEqualTo(PayloadCodec.txId(good));
    } catch (MalformedException e) {
      assertThat(e).hasMessageStartingWith("payload");
    }
  }

  @Property(tries = 50)
  void sealedLabelsOpenWithTheirOpeningsOnly(@ForAll long seed) {
    RandomValues values = new RandomValues(new Random(seed));
    var labels = values.clear();
    SecureRandom fresh = new SecureRandom();
    Commitments.SealedLabels one = Commitments.seal(labels, fresh);
    Commitments.SealedLabels other = Commitments.seal(labels, fresh);

    assertThat(Commitments.opens(one.sealed(), one.openings())).isTrue();
    assertThat(one.openings().text()).isEqualTo(labels);
    assertThat(Commitments.opens(one.sealed(), other.openings())).isFalse();
    assertThat(one.sealed()).isNotEqualTo(other.sealed());
    Opening id = one.openings().id();
    assertThat(
            Commitments.opens(
                one.sealed(),
                new LabelOpenings(
                    new Opening(id.salt(), id.text() + "!"),
                    one.openings().versionIds(),
                    one.openings().descriptions())))
        .isFalse();
    assertThat(Commitments.opens(one.sealed(), new LabelOpenings(id, List.of(), List.of())))
        .isFalse();
  }
}
