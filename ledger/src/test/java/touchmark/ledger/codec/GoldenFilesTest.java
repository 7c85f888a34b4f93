package touchmark.ledger.codec;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.Salt;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;

class GoldenFilesTest {
  private static final Map<String, Statement> STATEMENTS =
      Map.ofEntries(
          entry("payload-record-ownership-private.json", Samples.PRIVATE_CLAIM),
          entry("payload-record-ownership-public.json", Samples.PUBLIC_CLAIM),
          entry("payload-send-product-data.json", Samples.SEND),
          entry("payload-enrol-organization.json", Samples.ENROL_ORGANIZATION),
          entry("payload-enrol-person.json", Samples.ENROL_PERSON),
          entry("payload-delegate.json", Samples.DELEGATE),
          entry("payload-rotate-certificate.json", Samples.ROTATE_CERTIFICATE),
          entry("payload-revoke-certificate.json", Samples.REVOKE_CERTIFICATE),
          entry("payload-withdraw-version.json", Samples.WITHDRAW_VERSION),
          entry("payload-dispute.json", Samples.DISPUTE),
          entry("payload-transfer-ownership.json", Samples.TRANSFER_OWNERSHIP),
          entry("payload-register-part.json", Samples.REGISTER_PART),
          entry("payload-transfer-part.json", Samples.TRANSFER_PART),
          entry("payload-change-validators-add.json", Samples.ADD_VALIDATOR),
          entry("payload-change-validators-remove.json", Samples.REMOVE_VALIDATOR),
          entry("payload-change-validators-reseal.json", Samples.RESEAL_VALIDATOR));

  private static final Envelope ENVELOPE =
      new Envelope(
          Bytes.of(Samples.payload(Samples.SEND)), List.of(Bytes.of(new byte[] {0x30, 1, 2, 3})));

  @Test
  void payloadsKeepTheirForm() throws Exception {
    for (var statement : STATEMENTS.entrySet()) {
      byte[] bytes = Samples.payload(statement.getValue());
      Golden.check(statement.getKey(), bytes);
      assertThat(PayloadCodec.decode(Bytes.of(bytes)).statement()).isEqualTo(statement.getValue());
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
  void proposalsKeepTheirForm() throws Exception {
    PartlySigned proposal =
        new PartlySigned(
            Bytes.of(
                PayloadCodec.encode(
                    Samples.NETWORK,
                    Samples.NONCE,
                    Samples.TIME,
                    Samples.UNTIL,
                    Samples.TRANSFER_OWNERSHIP,
                    List.of(
                        Samples.SIGNERS.getFirst(),
                        new Signer(Samples.BOLT, new CertificateHash(Samples.digest(13)))))),
            List.of(Optional.of(Bytes.of(new byte[] {0x30, 1, 2, 3})), Optional.empty()));
    byte[] bytes = Dsse.encode(proposal);
    Golden.check("proposal.dsse.json", bytes);
    assertThat(Dsse.decodePartly(bytes)).isEqualTo(proposal);
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
