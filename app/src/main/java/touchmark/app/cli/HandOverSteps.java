package touchmark.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.Touchmark;
import touchmark.app.usecase.HandOver;
import touchmark.ledger.model.ResourceId;

/// Prints how far a transfer of ownership is.
final class HandOverSteps {
  private final Printer printer;
  private final Touchmark station;

  HandOverSteps(Printer printer, Touchmark station) {
    this.printer = printer;
    this.station = station;
  }

  /// @param what for example `bracket.3mf`
  /// @param copy where the proposal was written for somebody else
  ExitCode print(
      String what, HandOver.Step step, Optional<Path> copy, String done, List<Object> document) {
    return switch (step) {
      case HandOver.Step.Submitted(var outcome) ->
          new Outcomes(printer).print(what, done, outcome, document);
      case HandOver.Step.Waiting waiting -> {
        waiting(what, waiting, copy, document);
        yield ExitCode.OK;
      }
    };
  }

  private void waiting(
      String what, HandOver.Step.Waiting waiting, Optional<Path> copy, List<Object> document) {
    List<String> names =
        waiting.waitsFor().stream().map(id -> station.names().of(id) + " (" + id + ")").toList();
    String txId = waiting.transaction().txId().hex();
    printer.line(
        names.isEmpty()
            ? what + ": signed by all; a station that can record has to accept it."
            : what + ": proposed, nothing is recorded yet; waits for " + String.join(", ", names));
    Rows rows = new Rows("  ").add("transaction", txId);
    copy.ifPresent(file -> rows.add("proposal", file.toString()));
    String as = waiting.waitsFor().stream().findFirst().map(id -> "--as " + id + " ").orElse("");
    rows.add("next", "touchmark " + as + "accept " + copy.map(Path::toString).orElse(txId));
    printer.rows(rows);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", what);
    row.put("outcome", "proposed");
    row.put("txId", txId);
    row.put("waitsFor", waiting.waitsFor().stream().map(ResourceId::value).toList());
    copy.ifPresent(file -> row.put("proposal", file.toString()));
    document.add(row);
  }
}
