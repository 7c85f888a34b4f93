package touchmark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Recorded;

/// Prints what became of a statement.
final class Outcomes {
  private final Printer printer;

  Outcomes(Printer printer) {
    this.printer = printer;
  }

  /// Prints the outcome of a command that records one thing, and ends its document.
  ///
  /// @return the exit code
  ExitCode printAlone(String file, String what, Outcome outcome) {
    List<Object> document = new ArrayList<>();
    ExitCode code = print(file, what, outcome, document);
    printer.document(document);
    return code;
  }

  /// @param what for example `bracket.3mf: claimed for Acme GmbH`
  /// @return the exit code
  ExitCode print(String file, String what, Outcome outcome, List<Object> document) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file);
    document.add(row);
    return switch (outcome) {
      case Outcome.Done(Recorded recorded) -> {
        printer.line(what);
        printer.rows(
            new Rows("  ")
                .add("transaction", recorded.transaction().txId().hex())
                .add(
                    "block",
                    recorded.position().height()
                        + (recorded.isFinal() ? ", final" : ", provisional")));
        row.put("outcome", "recorded");
        row.put("txId", recorded.transaction().txId().hex());
        row.put("block", recorded.position().height());
        row.put("final", recorded.isFinal());
        yield ExitCode.OK;
      }
      case Outcome.Refused(var verdict) -> {
        printer.line(file + ": refused by " + verdict.rule() + ", " + verdict.code() + ".");
        printer.line("  " + verdict.reason());
        row.put("outcome", "refused");
        row.put("rule", verdict.rule());
        row.put("code", verdict.code().name());
        row.put("reason", verdict.reason());
        yield ExitCode.FAIL;
      }
    };
  }
}
