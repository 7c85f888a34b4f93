package touchmark.ledger.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// The rules of Section 3.4 and their extensions as one would write them over a table of all
/// transactions: slow, and plainly right. Shares nothing with the rules that it checks.
final class HistoryModel {
  private record Row(Instant timeOfTx, Statement statement) {}

  /// Who owned bytes or had a part from a moment on.
  private record Turn(ResourceId party, Instant timeOfTx) {}

  private final List<Row> table = new ArrayList<>();

  void add(Instant timeOfTx, Statement statement) {
    table.add(new Row(timeOfTx, statement));
  }

  /// Empty when the rules accept.
  Optional<RefusalCode> judge(Instant timeOfTx, Statement statement) {
    return switch (statement) {
      case Statement.RecordOwnership claim -> judgeClaim(claim);
      case Statement.SendProductData send -> judgeSend(timeOfTx, send);
      case Statement.TransferOwnership transfer ->
          judgeOwner(timeOfTx, transfer.from(), transfer.productData());
      case Statement.WithdrawVersion withdrawal ->
          judgeOwner(timeOfTx, withdrawal.owner(), withdrawal.productData())
              .or(() -> withdrawn(withdrawal.productData()));
      case Statement.Dispute dispute -> judgeDispute(dispute);
      case Statement.RegisterPart part -> judgePart(part);
      case Statement.TransferPart transfer -> judgeHandOver(timeOfTx, transfer);
      case Statement.RotateCertificate rotation ->
          was(Hashing.certificate(rotation.certificate()))
              ? Optional.of(RefusalCode.ALREADY_ENROLLED)
              : Optional.empty();
      case Statement.RevokeCertificate revocation ->
          revoked(revocation.certificate())
              ? Optional.of(RefusalCode.ALREADY_REVOKED)
              : Optional.empty();
      case Statement.EnrolOrganization _,
          Statement.EnrolPerson _,
          Statement.Delegate _,
          Statement.ChangeValidators _ ->
          Optional.empty();
    };
  }

  /// Whether a person's certificate signs now, where she began with the given one.
  boolean signs(ResourceId person, CertificateHash first, CertificateHash certificate) {
    CertificateHash current = first;
    for (Row row : table) {
      if (row.statement instanceof Statement.RotateCertificate rotation
          && rotation.subject().equals(person)) {
        current = Hashing.certificate(rotation.certificate());
      }
    }
    return current.equals(certificate) && !revoked(certificate);
  }

  private boolean was(CertificateHash certificate) {
    return table.stream()
        .anyMatch(
            row ->
                row.statement instanceof Statement.RotateCertificate rotation
                    && Hashing.certificate(rotation.certificate()).equals(certificate));
  }

  private boolean revoked(CertificateHash certificate) {
    return table.stream()
        .anyMatch(
            row ->
                row.statement instanceof Statement.RevokeCertificate revocation
                    && revocation.certificate().equals(certificate));
  }

  private Optional<RefusalCode> withdrawn(Fingerprint fingerprint) {
    return table.stream()
            .anyMatch(
                row ->
                    row.statement instanceof Statement.WithdrawVersion earlier
                        && earlier.productData().equals(fingerprint))
        ? Optional.of(RefusalCode.ALREADY_WITHDRAWN)
        : Optional.empty();
  }

  private Optional<RefusalCode> judgeClaim(Statement.RecordOwnership claim) {
    Optional<Turn> owner = owner(claim.productData().fingerprint());
    if (owner.isPresent()) {
      return Optional.of(
          owner.get().party.equals(claim.issuer())
              ? RefusalCode.ALREADY_YOURS
              : RefusalCode.CLAIMED_BY_OTHER);
    }
    for (Fingerprint source : claim.productData().file().derivedFrom()) {
      if (!holds(claim.issuer(), source)) {
        return Optional.of(RefusalCode.SOURCE_NOT_HELD);
      }
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> judgeSend(Instant timeOfTx, Statement.SendProductData send) {
    Optional<Turn> present = owner(send.productData());
    boolean owner = present.isPresent() && present.get().party.equals(send.from());
    boolean allowed = owner && present.get().timeOfTx.isBefore(timeOfTx);
    boolean received = false;
    boolean forwarder = false;
    for (Row row : table) {
      if (row.statement instanceof Statement.SendProductData earlier
          && earlier.productData().equals(send.productData())
          && earlier.to().equals(send.from())) {
        received = true;
        forwarder |= earlier.forward();
        allowed |= earlier.forward() && row.timeOfTx.isBefore(timeOfTx);
      }
    }
    if (allowed) {
      return Optional.empty();
    }
    if (present.isEmpty()) {
      return Optional.of(RefusalCode.NOT_REGISTERED);
    }
    if (owner || forwarder) {
      return Optional.of(RefusalCode.BAD_TIME);
    }
    return Optional.of(received ? RefusalCode.NO_RIGHT_TO_FORWARD : RefusalCode.NOT_A_HOLDER);
  }

  private Optional<RefusalCode> judgeOwner(
      Instant timeOfTx, ResourceId party, Fingerprint fingerprint) {
    Optional<Turn> present = owner(fingerprint);
    if (present.isEmpty()) {
      return Optional.of(RefusalCode.NOT_REGISTERED);
    }
    if (!present.get().party.equals(party)) {
      return Optional.of(RefusalCode.NOT_OWNER);
    }
    return present.get().timeOfTx.isBefore(timeOfTx)
        ? Optional.empty()
        : Optional.of(RefusalCode.BAD_TIME);
  }

  private Optional<RefusalCode> judgeDispute(Statement.Dispute dispute) {
    if (owner(dispute.productData()).isEmpty()) {
      return Optional.of(RefusalCode.NOT_REGISTERED);
    }
    for (Row row : table) {
      if (row.statement instanceof Statement.Dispute earlier
          && earlier.issuer().equals(dispute.issuer())
          && earlier.productData().equals(dispute.productData())) {
        return Optional.of(RefusalCode.ALREADY_DISPUTED);
      }
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> judgePart(Statement.RegisterPart part) {
    if (holder(part.part()).isPresent()) {
      return Optional.of(RefusalCode.PART_EXISTS);
    }
    return holds(part.part().maker(), part.productData())
        ? Optional.empty()
        : Optional.of(RefusalCode.NOT_A_HOLDER);
  }

  private Optional<RefusalCode> judgeHandOver(Instant timeOfTx, Statement.TransferPart transfer) {
    Optional<Turn> holder = holder(transfer.part());
    if (holder.isEmpty()) {
      return Optional.of(RefusalCode.PART_UNKNOWN);
    }
    if (!holder.get().party.equals(transfer.from())) {
      return Optional.of(RefusalCode.NOT_PART_HOLDER);
    }
    return holder.get().timeOfTx.isBefore(timeOfTx)
        ? Optional.empty()
        : Optional.of(RefusalCode.BAD_TIME);
  }

  private Optional<Turn> owner(Fingerprint fingerprint) {
    Optional<Turn> owner = Optional.empty();
    for (Row row : table) {
      if (row.statement instanceof Statement.RecordOwnership claim
          && claim.productData().fingerprint().equals(fingerprint)) {
        owner = Optional.of(new Turn(claim.issuer(), row.timeOfTx));
      }
      if (row.statement instanceof Statement.TransferOwnership transfer
          && transfer.productData().equals(fingerprint)) {
        owner = Optional.of(new Turn(transfer.to(), row.timeOfTx));
      }
    }
    return owner;
  }

  private Optional<Turn> holder(PartId part) {
    Optional<Turn> holder = Optional.empty();
    for (Row row : table) {
      if (row.statement instanceof Statement.RegisterPart registration
          && registration.part().equals(part)) {
        holder = Optional.of(new Turn(part.maker(), row.timeOfTx));
      }
      if (row.statement instanceof Statement.TransferPart transfer
          && transfer.part().equals(part)) {
        holder = Optional.of(new Turn(transfer.to(), row.timeOfTx));
      }
    }
    return holder;
  }

  boolean owns(ResourceId party, Fingerprint fingerprint) {
    return owner(fingerprint).filter(turn -> turn.party.equals(party)).isPresent();
  }

  boolean has(ResourceId party, PartId part) {
    return holder(part).filter(turn -> turn.party.equals(party)).isPresent();
  }

  boolean holds(ResourceId party, Fingerprint fingerprint) {
    return owns(party, fingerprint)
        || table.stream()
            .anyMatch(
                row ->
                    row.statement instanceof Statement.SendProductData send
                        && send.to().equals(party)
                        && send.productData().equals(fingerprint));
  }
}
