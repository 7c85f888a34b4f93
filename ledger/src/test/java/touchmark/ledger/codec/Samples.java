package touchmark.ledger.codec;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.StatedFinding;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;

/// Fixed values of every kind, from which the golden files are made.
final class Samples {
  static final Instant TIME = Instant.parse("2026-11-22T09:30:00.125Z");
  static final Instant UNTIL = Instant.parse("2026-12-22T09:30:00.125Z");
  static final NetworkId NETWORK = new NetworkId(digest(1));
  static final Nonce NONCE = new Nonce(0x0123456789abcdefL, 0xfedcba9876543210L);
  static final ResourceId ACME = new ResourceId("acme");
  static final ResourceId BOLT = new ResourceId("bolt-ltd");
  static final ResourceId ERIN = new ResourceId("erin");
  static final List<Signer> SIGNERS = List.of(new Signer(ACME, new CertificateHash(digest(2))));

  static final Statement PRIVATE_CLAIM =
      new Statement.RecordOwnership(
          ACME,
          new DigitalAsset(
              new Fingerprint(digest(3)),
              HashAlgorithm.SHA_256,
              false,
              Optional.empty(),
              Optional.empty(),
              new ProductFile(
                  new FileLabels.Sealed(
                      new Commitment(digest(4)),
                      List.of(new Commitment(digest(5))),
                      List.of(new Commitment(digest(6)), new Commitment(digest(7)))),
                  DataType.GEOMETRY_SLICED,
                  List.of(new Fingerprint(digest(8))))),
          List.of(new StatedFinding("INTERNAL_VOID", 2)));

  static final Statement PUBLIC_CLAIM =
      new Statement.RecordOwnership(
          ACME,
          new DigitalAsset(
              new Fingerprint(digest(3)),
              HashAlgorithm.SHA_256,
              true,
              Optional.of("10.6028/NIST.AMS.300-6"),
              Optional.of("10.6028/NIST.AMS.300-6?noredirect"),
              new ProductFile(
                  new FileLabels.Clear(
                      "bracket", List.of("v1", "v2"), List.of("Träger \"links\" – 桁 \ud83d\udd29")),
                  DataType.GEOMETRY_3D,
                  List.of())),
          List.of());

  static final Statement SEND =
      new Statement.SendProductData(ACME, BOLT, new Fingerprint(digest(3)), true);

  static final Statement ENROL_ORGANIZATION =
      new Statement.EnrolOrganization(
          new Organization(
              BOLT,
              Optional.of("Bolt Ltd"),
              Optional.of("https://bolt.example/"),
              new Address(
                  "Mill Lane",
                  Optional.of("7b"),
                  "Sheffield",
                  Optional.of("South Yorkshire"),
                  Optional.of("S1 1AA"),
                  Optional.of("PO Box 12"),
                  "GB")),
          Bytes.of(new byte[] {0x30, 1, 2}),
          Bytes.of(new byte[] {0x30, 3, 4, 5}),
          List.of(ACME));

  static final Statement ENROL_PERSON =
      new Statement.EnrolPerson(
          ERIN, ACME, Bytes.of(new byte[] {0x30, 9}), Optional.of(new Commitment(digest(9))));

  static final Statement DELEGATE =
      new Statement.Delegate(ACME, ERIN, Set.copyOf(EnumSet.of(Act.SEND, Act.CLAIM)));

  static final Statement TRANSFER_OWNERSHIP =
      new Statement.TransferOwnership(ACME, BOLT, new Fingerprint(digest(3)));

  static final Statement WITHDRAW_VERSION =
      new Statement.WithdrawVersion(ACME, new Fingerprint(digest(3)));

  static final Statement DISPUTE =
      new Statement.Dispute(BOLT, new Fingerprint(digest(3)), new Commitment(digest(12)));

  static final Statement REGISTER_PART =
      new Statement.RegisterPart(new PartId(ACME, "SN-0042/a"), new Fingerprint(digest(3)));

  static final Statement TRANSFER_PART =
      new Statement.TransferPart(ACME, BOLT, new PartId(ACME, "SN-0042/a"));

  static final Statement ROTATE_CERTIFICATE =
      new Statement.RotateCertificate(ACME, ERIN, Bytes.of(new byte[] {0x30, 10}));

  static final Statement REVOKE_CERTIFICATE =
      new Statement.RevokeCertificate(
          ACME, new CertificateHash(digest(2)), RevocationReason.KEY_COMPROMISE);

  static final Statement ADD_VALIDATOR =
      new Statement.ChangeValidators(
          new ValidatorChange.Add(BOLT, Bytes.of(new byte[] {0x30, 11})), 1200, List.of(ACME));

  static final Statement REMOVE_VALIDATOR =
      new Statement.ChangeValidators(new ValidatorChange.Remove(BOLT), 1300, List.of(ACME, BOLT));

  static final Statement RESEAL_VALIDATOR =
      new Statement.ChangeValidators(
          new ValidatorChange.Reseal(ACME, Bytes.of(new byte[] {0x30, 12})), 1400, List.of(ACME));

  static final BlockHeader HEADER =
      new BlockHeader(
          1,
          NETWORK,
          7,
          new BlockHash(digest(10)),
          Instant.parse("2026-11-22T09:30:01Z"),
          12,
          digest(11),
          0,
          ACME);

  static final Genesis GENESIS =
      new Genesis(
          "Brackets and Bolts",
          NetworkMode.SOLO,
          TIME,
          Limits.WIDEST,
          List.of(new Genesis.Validator(ACME, Bytes.of(new byte[] {0x30, 6, 7}))));

  private Samples() {}

  static Digest digest(int number) {
    return Hashing.sha256(new byte[] {(byte) number});
  }

  static byte[] payload(Statement statement) {
    return PayloadCodec.encode(NETWORK, NONCE, TIME, UNTIL, statement, SIGNERS);
  }
}
