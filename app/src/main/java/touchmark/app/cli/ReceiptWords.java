package touchmark.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.proof.TreeHead;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.Voucher;

/// What a receipt says, in the words of the command line. Parties go by their ids: whoever checks a
/// receipt need not know anybody's name.
final class ReceiptWords {
  private ReceiptWords() {}

  /// Who did what, as one clause.
  static String statement(Receipt receipt) {
    return switch (receipt.transaction().statement()) {
      case Statement.RecordOwnership claim ->
          "%s claims ownership of %s".formatted(claim.issuer(), asset(claim.productData()));
      case Statement.SendProductData send ->
          "%s sends %s to %s, %s"
              .formatted(
                  send.from(),
                  send.productData().hex(),
                  send.to(),
                  send.forward() ? "who may pass it on" : "who may not pass it on");
      case Statement.TransferOwnership transfer ->
          "%s hands the ownership of %s over to %s"
              .formatted(transfer.from(), transfer.productData().hex(), transfer.to());
      case Statement.WithdrawVersion withdrawal ->
          "%s withdraws %s".formatted(withdrawal.owner(), withdrawal.productData().hex());
      case Statement.Dispute dispute ->
          "%s disputes the claim of %s".formatted(dispute.issuer(), dispute.productData().hex());
      case Statement.RegisterPart registered ->
          "%s registers the part %s, made from %s"
              .formatted(
                  registered.part().maker(), registered.part(), registered.productData().hex());
      case Statement.TransferPart transfer ->
          "%s hands the part %s over to %s"
              .formatted(transfer.from(), transfer.part(), transfer.to());
      case Statement.RotateCertificate rotation ->
          "%s gives %s a new certificate".formatted(rotation.organization(), rotation.subject());
      case Statement.RevokeCertificate revocation ->
          "%s revokes the certificate %s"
              .formatted(revocation.organization(), revocation.certificate().hex());
      case Statement.ChangeValidators change ->
          "the validators change at block %d, by %s"
              .formatted(change.activationHeight(), change.change().organization());
      case Statement.EnrolOrganization enrol ->
          "%s (%s) becomes a member"
              .formatted(enrol.organization().orgOrPersId(), enrol.organization().displayName());
      case Statement.EnrolPerson enrol ->
          "%s makes %s known as its person".formatted(enrol.belongsTo(), enrol.person());
      case Statement.Delegate delegate ->
          "%s lets %s act for it: %s"
              .formatted(
                  delegate.organization(),
                  delegate.person(),
                  delegate.acts().stream()
                      .map(act -> act.name().toLowerCase(Locale.ROOT))
                      .sorted()
                      .collect(Collectors.joining(", ")));
    };
  }

  private static String asset(DigitalAsset asset) {
    String kind = asset.file().dataType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String label =
        switch (asset.file().labels()) {
          case FileLabels.Clear clear ->
              "'%s' %s".formatted(clear.id(), String.join(", ", clear.versionIds()));
          case FileLabels.Sealed ignored -> "its name sealed";
        };
    return "%s (%s, %s)".formatted(asset.fingerprint().hex(), kind, label);
  }

  /// The file that a statement is about.
  static Optional<Fingerprint> fingerprint(Receipt receipt) {
    return switch (receipt.transaction().statement()) {
      case Statement.RecordOwnership claim -> Optional.of(claim.productData().fingerprint());
      case Statement.SendProductData send -> Optional.of(send.productData());
      case Statement.TransferOwnership transfer -> Optional.of(transfer.productData());
      case Statement.WithdrawVersion withdrawal -> Optional.of(withdrawal.productData());
      case Statement.Dispute dispute -> Optional.of(dispute.productData());
      case Statement.RegisterPart registered -> Optional.of(registered.productData());
      case Statement.TransferPart ignored -> Optional.empty();
      case Statement.RotateCertificate ignored -> Optional.empty();
      case Statement.RevokeCertificate ignored -> Optional.empty();
      case Statement.ChangeValidators ignored -> Optional.empty();
      case Statement.EnrolOrganization ignored -> Optional.empty();
      case Statement.EnrolPerson ignored -> Optional.empty();
      case Statement.Delegate ignored -> Optional.empty();
    };
  }

  /// Time, signers and place.
  static Rows rows(Receipt receipt) {
    Transaction transaction = receipt.transaction();
    TreeHead head = receipt.checkpoint().head();
    Rows rows =
        new Rows("  ")
            .add("stated time", transaction.timeOfTx() + ", by the issuer's word")
            .add("transaction", transaction.txId().hex());
    transaction
        .signers()
        .forEach(
            signer ->
                rows.add(
                    "signed for",
                    signer.resource() + ", with certificate " + signer.certificate().hex()));
    return rows.add("log", receipt.checkpoint().origin())
        .add(
            "place",
            "transaction %d of %d in its tree"
                .formatted(receipt.proof().leafIndex() + 1, head.size()))
        .add("root", head.root().hex());
  }

  /// Who vouched, and when. A validator of the log's own network goes by its id.
  static String voucher(Receipt receipt, Voucher voucher) {
    String origin = receipt.checkpoint().origin();
    String name = voucher.name();
    String who =
        name.equals(origin)
            ? "the log itself"
            : name.startsWith(origin + "/") ? name.substring(origin.length() + 1) : name;
    String by = who + ", " + voucher.type().kind().algorithm();
    return voucher.time().map(time -> by + ", at " + time).orElse(by);
  }

  /// Keys that every document about a receipt has.
  static Map<String, @Nullable Object> json(Receipt receipt) {
    Transaction transaction = receipt.transaction();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("txId", transaction.txId().hex());
    document.put("type", transaction.statement().getClass().getSimpleName());
    document.put("statement", statement(receipt));
    document.put("fingerprint", fingerprint(receipt).map(Fingerprint::hex).orElse(null));
    document.put("timeOfTx", transaction.timeOfTx().toString());
    document.put(
        "signers",
        transaction.signers().stream()
            .map(
                signer ->
                    Map.of(
                        "resource",
                        signer.resource().value(),
                        "certificate",
                        signer.certificate().hex()))
            .toList());
    document.put("log", receipt.checkpoint().origin());
    document.put("index", receipt.proof().leafIndex());
    document.put("treeSize", receipt.checkpoint().head().size());
    document.put("root", receipt.checkpoint().head().root().hex());
    return document;
  }

  static List<Map<String, @Nullable Object>> json(List<Voucher> vouchers) {
    return vouchers.stream()
        .map(
            voucher -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("name", voucher.name());
              row.put("algorithm", voucher.type().kind().algorithm());
              row.put("time", voucher.time().map(Instant::toString).orElse(null));
              return row;
            })
        .toList();
  }
}
