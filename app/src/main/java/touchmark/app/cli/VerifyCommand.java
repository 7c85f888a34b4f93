package touchmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Check;
import touchmark.app.verify.Verification;

@Command(name = "verify", description = "The seven checks before a print.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  private final TouchmarkCommand root;

  VerifyCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::verify);
  }

  private ExitCode verify(Touchmark station) throws Exception {
    Party party = root.party(station);
    ExitCode code = ExitCode.OK;
    List<Object> document = new ArrayList<>();
    for (Path file : files) {
      try (WorkProgress progress = root.progress("verifying " + file.getFileName())) {
        Verification verification =
            station.verify().verify(InputFiles.check(file), party, check -> {}, progress);
        progress.wipe();
        print(verification);
        document.add(Json.of(verification));
        code = ExitCode.worse(code, ExitCode.of(verification.verdict()));
      } catch (java.io.IOException | Problem failed) {
        code = ExitCode.worse(code, root.reportInput(failed, file));
      }
    }
    root.printer().document(document);
    return code;
  }

  private void print(Verification verification) {
    Printer printer = root.printer();
    printer.line(verification.verdict() + "  " + verification.file());
    String provisional =
        verification.provisional() ? " Provisional: it rests on blocks that are not final." : "";
    printer.line("  " + verification.headline() + provisional);
    Rows rows = new Rows("  ");
    for (Check check : verification.checks()) {
      rows.add(
          String.format(Locale.ROOT, "%-8s", check.state())
              + check.axis().name().toLowerCase(Locale.ROOT),
          check.message());
    }
    printer.rows(rows);
    verification
        .difference()
        .ifPresent(difference -> difference.lines().forEach(line -> printer.line("  - " + line)));
  }
}
