package touchmark.ui.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import touchmark.app.verify.Check;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.TxId;
import touchmark.ui.verify.Proof.Deed;
import touchmark.ui.verify.Proof.Paper;

/// Looks up the transactions that a check rests on.
final class ProofReader {
  private final Desk.Records records;
  private final Desk.Names names;

  ProofReader(Desk.Records records, Desk.Names names) {
    this.records = records;
    this.names = names;
  }

  Proof of(Check check) throws StoreException {
    List<Recorded> found = new ArrayList<>();
    for (TxId txId : check.evidence()) {
      records.transaction(txId).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(Recorded::position));
    return new Proof(check, found.stream().map(this::paper).toList());
  }

  private Paper paper(Recorded recorded) {
    return switch (recorded.transaction().statement()) {
      case Statement.RecordOwnership claim ->
          paper(
              recorded,
              Deed.CLAIMED,
              names.of(claim.issuer()),
              "",
              claim.productData().fingerprint().hex());
      case Statement.SendProductData send ->
          paper(
              recorded,
              send.forward() ? Deed.SENT_FORWARD : Deed.SENT,
              names.of(send.from()),
              names.of(send.to()),
              send.productData().hex());
      case Statement.EnrolOrganization enrol ->
          paper(recorded, Deed.ENROLLED_ORGANIZATION, enrol.organization().displayName(), "", "");
      case Statement.EnrolPerson enrol ->
          paper(
              recorded,
              Deed.ENROLLED_PERSON,
              names.of(enrol.belongsTo()),
              enrol.person().value(),
              "");
      case Statement.Delegate delegate ->
          paper(
              recorded,
              Deed.DELEGATED,
              names.of(delegate.organization()),
              delegate.person().value(),
              "");
      case Statement.TransferOwnership transfer ->
          paper(
              recorded,
              Deed.HANDED_OVER,
              names.of(transfer.from()),
              names.of(transfer.to()),
              transfer.productData().hex());
      case Statement.WithdrawVersion withdrawal ->
          paper(
              recorded,
              Deed.WITHDREW,
              names.of(withdrawal.owner()),
              "",
              withdrawal.productData().hex());
      case Statement.Dispute dispute ->
          paper(
              recorded, Deed.DISPUTED, names.of(dispute.issuer()), "", dispute.productData().hex());
      case Statement.RegisterPart part ->
          paper(
              recorded,
              Deed.REGISTERED_PART,
              names.of(part.part().maker()),
              part.part().serialNumber(),
              part.productData().hex());
      case Statement.TransferPart transfer ->
          paper(
              recorded,
              Deed.HANDED_PART_ON,
              names.of(transfer.from()),
              names.of(transfer.to()),
              "");
      case Statement.RotateCertificate rotation ->
          paper(
              recorded,
              Deed.ROTATED,
              names.of(rotation.organization()),
              rotation.subject().value(),
              "");
      case Statement.RevokeCertificate revocation ->
          paper(
              recorded,
              Deed.REVOKED,
              names.of(revocation.organization()),
              revocation.certificate().hex().substring(0, 8),
              "");
      case Statement.ChangeValidators change ->
          paper(
              recorded,
              Deed.CHANGED_VALIDATORS,
              String.join(", ", change.approvedBy().stream().map(names::of).toList()),
              names.of(change.change().organization()),
              "");
    };
  }

  private static Paper paper(Recorded recorded, Deed deed, String who, String other, String file) {
    return new Paper(
        deed,
        who,
        other,
        recorded.blockTime(),
        recorded.position().height(),
        recorded.isFinal(),
        file,
        recorded.transaction().txId().hex());
  }
}
