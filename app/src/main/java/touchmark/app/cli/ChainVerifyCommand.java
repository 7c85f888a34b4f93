package touchmark.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import touchmark.app.Touchmark;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Ledger;

@Command(
    name = "verify",
    description = "Re-derives every hash, root, seal, signature and rule from the bytes on disk.")
final class ChainVerifyCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  ChainVerifyCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    root.requireHome();
    ChainReport report;
    try (WorkProgress progress = root.progress("verifying the chain")) {
      report = Ledger.verifyIn(Touchmark.ledgerIn(root.home()), progress);
    }
    Printer printer = root.printer();
    printer.line(
        String.format(
            Locale.ROOT,
            "%s: %,d blocks, %,d transactions, head %s",
            report.ok() ? "The chain is sound" : "THE CHAIN IS DAMAGED",
            report.blocks(),
            report.transactions(),
            report.head()));
    report
        .problems()
        .forEach(problem -> printer.line("  " + problem.where() + ": " + problem.message()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", report.ok());
    document.put("blocks", report.blocks());
    document.put("transactions", report.transactions());
    document.put("head", report.head());
    document.put(
        "problems",
        report.problems().stream()
            .map(problem -> Map.of("where", problem.where(), "message", problem.message()))
            .toList());
    printer.document(document);
    return (report.ok() ? ExitCode.OK : ExitCode.FAIL).number();
  }
}
