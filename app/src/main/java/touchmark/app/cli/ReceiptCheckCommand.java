package touchmark.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.format.ProductFiles;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.ReceiptCheck;
import touchmark.ledger.receipt.TrustPolicy;
import touchmark.ledger.receipt.Voucher;

@Command(
    name = "check",
    description =
        "Checks a receipt offline; needs no home. PASS: it counts under the policy. UNKNOWN: no"
            + " policy says whom to trust. FAIL: it proves nothing, or is of another file.")
final class ReceiptCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RECEIPT")
  private Path file = Path.of("");

  @Option(names = "--file", paramLabel = "FILE", description = "the file that it must be about")
  private @Nullable Path about;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "whose signatures count (C2SP tlog-policy)")
  private @Nullable Path policyFile;

  private final TouchmarkCommand root;
  private final ProductFiles files = new ProductFiles();

  ReceiptCheckCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    Receipt receipt = InputFiles.read(file, Receipt.LONGEST, Receipt::parse);
    Optional<TrustPolicy> policy = InputFiles.policy(policyFile);
    Optional<String> otherFile = otherFile(receipt);
    Checked checked = ReceiptCheck.check(receipt, policy);
    if (otherFile.isPresent() && !(checked instanceof Checked.Refused)) {
      checked = new Checked.Refused(otherFile.get());
    }
    return answer(receipt, checked).number();
  }

  /// Why the receipt is not about the file that was named.
  private Optional<String> otherFile(Receipt receipt) throws Exception {
    Path named = about;
    if (named == null) {
      return Optional.empty();
    }
    Optional<Fingerprint> stated = ReceiptWords.fingerprint(receipt);
    if (stated.isEmpty()) {
      return Optional.of("The receipt is about no file: " + ReceiptWords.statement(receipt) + ".");
    }
    try (WorkProgress progress = root.progress("reading " + named.getFileName())) {
      Fingerprint found = files.fingerprint(InputFiles.check(named), progress);
      return found.equals(stated.get())
          ? Optional.empty()
          : Optional.of(
              "%s is another file: the receipt is about %s, its bytes are %s."
                  .formatted(named, stated.get().hex(), found.hex()));
    }
  }

  private ExitCode answer(Receipt receipt, Checked checked) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("receipt", file.toString());
    ExitCode code =
        switch (checked) {
          case Checked.Holds holds -> {
            say(document, "PASS", "It holds: " + ReceiptWords.statement(receipt) + ".");
            details(receipt, holds.vouchers());
            yield ExitCode.OK;
          }
          case Checked.NobodyTrusted ignored -> {
            say(
                document,
                "UNKNOWN",
                "It fits together, but says only what whoever wrote it wanted: name whom you trust"
                    + " with --policy. It says: "
                    + ReceiptWords.statement(receipt)
                    + ".");
            details(receipt, List.of());
            yield ExitCode.UNKNOWN;
          }
          case Checked.Refused refused -> {
            say(document, "FAIL", refused.reason());
            yield ExitCode.FAIL;
          }
        };
    document.putAll(ReceiptWords.json(receipt));
    document.put(
        "vouchers",
        ReceiptWords.json(checked instanceof Checked.Holds holds ? holds.vouchers() : List.of()));
    document.put("file", about == null ? null : about.toString());
    root.printer().document(document);
    return code;
  }

  private void say(Map<String, @Nullable Object> document, String verdict, String message) {
    document.put("verdict", verdict);
    document.put("message", message);
    root.printer().line(verdict + "  " + file);
    root.printer().line("  " + message);
  }

  private void details(Receipt receipt, List<Voucher> vouchers) {
    Rows rows = ReceiptWords.rows(receipt);
    vouchers.forEach(voucher -> rows.add("vouched for", ReceiptWords.voucher(receipt, voucher)));
    if (about != null) {
      rows.add("file", about + ", the same bytes");
    }
    root.printer().rows(rows);
  }
}
