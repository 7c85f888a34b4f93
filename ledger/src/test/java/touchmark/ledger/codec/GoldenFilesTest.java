package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.Salt;
import touchmark.ledger.model.Statement;

class GoldenFilesTest {
  private static final Map<String, Statement> STATEMENTS =
      Map.of(
          "payload-record-ownership-private.json", Samples.PRIVATE_CLAIM,
          "payload-record-ownership-public.json", Samples.PUBLIC_CLAIM,
          "payload-send-product-data.json", Samples.SEND,
          "payload-enrol-organization.json", Samples.ENROL_ORGANIZATION,
          "payload-enrol-person.json", Samples.ENROL_PERSON,
          "payload-delegate.json", Samples.DELEGATE);

  private static final Envelope ENVELOPE =
      new Envelope(
          Bytes.of(Samples.payload(Samples.SEND)), List.of(Bytes.of(new byte[] {0x30, 1, 2, 3})));

  @Test
  void payloadsKeepTheirForm() throws Exception {
    for (var entry : STATEMENTS.entrySet()) {
      byte[] bytes = Samples.payload(entry.getValue());
      Golden.check(entry.getKey(), bytes);
      assertThat(PayloadCodec.decode(Bytes.of(bytes)).statement()).isEqualTo(entry.getValue());
    }
  }

  @Test
  void whatIsSignedKeepsItsForm() throws IOException {
    Golden.check("envelope.signed-bytes", Envelopes.signedBytes(ENVELOPE.payload()));
  }

  @Test
  void envelopesKeepTheirForm() throws Exception {
    Golden.check("envelope.bin", Envelopes.encode(ENVELOPE));
    Golden.check("envelope.dsse.json", Dsse.encode(ENVELOPE));
  }

  @Test
  void blocksKeepTheirForm() throws IOException {
    Golden.check("block-header.bin", Blocks.encodeHeader(Samples.HEADER));
    Golden.check("block.seal-message", Blocks.sealMessage(Samples.HEADER));
    Golden.check(
        "block.bin",
        Blocks.encode(
            Blocks.of(
                Samples.HEADER, List.of(ENVELOPE, ENVELOPE), Bytes.of(new byte[] {0x30, 4, 5}))));
  }

  @Test
  void genesisKeepsItsForm() throws Exception {
    byte[] bytes = GenesisCodec.encode(Samples.GENESIS);
    Golden.check("genesis.json", bytes);
    assertThat(GenesisCodec.decode(Bytes.of(bytes))).isEqualTo(Samples.GENESIS);
  }

  @Test
  void namesKeepTheirForm() throws IOException {
    String names =
        """
        transaction %s
        block %s
        network %s
        commitment %s
        details %s
        certificate %s
        """
            .formatted(
                PayloadCodec.txId(ENVELOPE.payload()),
                Blocks.hash(Samples.HEADER),
                GenesisCodec.networkId(Bytes.of(GenesisCodec.encode(Samples.GENESIS))),
                Commitments.commit(new Salt(Samples.digest(1)), "Träger v1"),
                Commitments.commit(
                    new Salt(Samples.digest(1)),
                    new PersonInOrganization(
                        Samples.ERIN,
                        Optional.of("Erin"),
                        Optional.empty(),
                        Optional.of("erin@acme.example"),
                        Samples.ACME)),
                Hashing.certificate(Bytes.of(new byte[] {0x30, 0})));
    Golden.check("names.txt", names.getBytes(StandardCharsets.US_ASCII));
  }
}
