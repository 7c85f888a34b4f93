package touchmark.ledger.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
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
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.NetworkId;
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

/// Random values within the model's bounds.
final class RandomValues {
  private static final String ID_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789._-";

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  Statement statement() {
    return switch (random.nextInt(13)) {
      case 0 -> new Statement.RecordOwnership(id(), asset(), list(0, 5, this::finding));
      case 1 -> new Statement.SendProductData(id(), id(), new Fingerprint(digest()), flag());
      case 2 ->
          new Statement.EnrolOrganization(
              organization(), bytes(1, 900), bytes(1, 900), distinct(6, this::id));
      case 3 ->
          new Statement.EnrolPerson(
              id(), id(), bytes(1, 900), maybe(() -> new Commitment(digest())));
      case 4 -> new Statement.TransferOwnership(id(), another(), new Fingerprint(digest()));
      case 5 -> new Statement.WithdrawVersion(id(), new Fingerprint(digest()));
      case 6 -> new Statement.Dispute(id(), new Fingerprint(digest()), new Commitment(digest()));
      case 7 -> new Statement.RegisterPart(part(), new Fingerprint(digest()));
      case 8 -> new Statement.TransferPart(id(), another(), part());
      case 9 -> new Statement.RotateCertificate(id(), id(), bytes(1, 900));
      case 10 ->
          new Statement.RevokeCertificate(
              id(),
              new CertificateHash(digest()),
              RevocationReason.values()[random.nextInt(RevocationReason.values().length)]);
      case 11 ->
          new Statement.ChangeValidators(
              validatorChange(), random.nextLong(1, Long.MAX_VALUE), List.of(id()));
      default -> new Statement.Delegate(id(), id(), acts());
    };
  }

  private ValidatorChange validatorChange() {
    return switch (random.nextInt(3)) {
      case 0 -> new ValidatorChange.Add(id(), bytes(1, 900));
      case 1 -> new ValidatorChange.Remove(id());
      default -> new ValidatorChange.Reseal(id(), bytes(1, 900));
    };
  }

  private PartId part() {
    StringBuilder number = new StringBuilder();
    for (int rest = random.nextInt(1, PartId.LONGEST_NUMBER + 1); rest > 0; rest--) {
      number.append((char) random.nextInt('!', '~' + 1));
    }
    return new PartId(id(), number.toString());
  }

  byte[] payload() {
    return PayloadCodec.encode(
        new NetworkId(digest()), nonce(), time(), time(), statement(), signers());
  }

  Nonce nonce() {
    return new Nonce(random.nextLong(), random.nextLong());
  }

  List<Signer> signers() {
    List<Signer> signers = new ArrayList<>(distinct(4, this::signer));
    signers.add(signer());
    return signers;
  }

  /// Any millisecond from 1970 to 2500.
  Instant time() {
    return Instant.ofEpochMilli(random.nextLong(16_725_225_600_000L));
  }

  Envelope envelope() {
    return new Envelope(bytes(1, 500), list(1, 5, () -> bytes(1, 100)));
  }

  BlockHeader header() {
    return new BlockHeader(
        1,
        new NetworkId(digest()),
        random.nextLong(Long.MAX_VALUE),
        new BlockHash(digest()),
        time(),
        random.nextLong(Long.MAX_VALUE),
        digest(),
        random.nextInt(Integer.MAX_VALUE),
        id());
  }

  Bytes bytes(int least, int most) {
    byte[] bytes = new byte[random.nextInt(least, most + 1)];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  <T> List<T> list(int least, int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    int size = random.nextInt(least, most + 1);
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }

  private <T> List<T> distinct(int most, Supplier<T> element) {
    return list(0, most, element).stream().distinct().toList();
  }

  private Signer signer() {
    return new Signer(id(), new CertificateHash(digest()));
  }

  private DigitalAsset asset() {
    boolean isPublic = flag();
    return new DigitalAsset(
        new Fingerprint(digest()),
        HashAlgorithm.SHA_256,
        isPublic,
        isPublic ? maybe(() -> text(300)) : Optional.empty(),
        isPublic ? maybe(() -> text(300)) : Optional.empty(),
        new ProductFile(
            isPublic ? clear() : sealed(),
            DataType.values()[random.nextInt(DataType.values().length)],
            list(0, 5, () -> new Fingerprint(digest()))));
  }

  FileLabels.Clear clear() {
    return new FileLabels.Clear(
        text(200), list(1, 5, () -> text(100)), list(0, 5, () -> text(500)));
  }

  private FileLabels sealed() {
    return new FileLabels.Sealed(
        new Commitment(digest()),
        list(1, 5, () -> new Commitment(digest())),
        list(0, 5, () -> new Commitment(digest())));
  }

  private StatedFinding finding() {
    return new StatedFinding(text(64), random.nextInt(1, Integer.MAX_VALUE));
  }

  private Organization organization() {
    return new Organization(
        id(),
        maybe(() -> text(200)),
        maybe(() -> text(500)),
        new Address(
            text(200),
            maybe(() -> text(200)),
            text(200),
            maybe(() -> text(200)),
            maybe(() -> text(200)),
            maybe(() -> text(200)),
            text(200)));
  }

  private Set<Act> acts() {
    EnumSet<Act> acts = EnumSet.of(Act.values()[random.nextInt(Act.values().length)]);
    for (Act act : Act.values()) {
      if (flag()) {
        acts.add(act);
      }
    }
    return acts;
  }

  /// An id that [#id] hardly ever gives.
  private ResourceId another() {
    return new ResourceId("other." + random.nextInt(1_000_000));
  }

  private ResourceId id() {
    StringBuilder id = new StringBuilder();
    id.append(ID_SIGNS.charAt(random.nextInt(36)));
    for (int rest = random.nextInt(64); rest > 0; rest--) {
      id.append(ID_SIGNS.charAt(random.nextInt(ID_SIGNS.length())));
    }
    return new ResourceId(id.toString());
  }

  private Digest digest() {
    byte[] digest = new byte[Digest.LENGTH];
    random.nextBytes(digest);
    return Digest.of(digest);
  }

  /// Words of any script: no control characters, no half pairs, not blank, within UTF-16 units.
  private String text(int longest) {
    StringBuilder text = new StringBuilder("x");
    int length = random.nextInt(longest);
    while (text.length() < length) {
      int codePoint = random.nextBoolean() ? random.nextInt(32, 127) : random.nextInt(0x110000);
      boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      if (!half
          && !Character.isISOControl(codePoint)
          && text.length() + Character.charCount(codePoint) <= longest) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return flag() ? Optional.of(value.get()) : Optional.empty();
  }
}
