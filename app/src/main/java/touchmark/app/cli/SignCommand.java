package touchmark.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.SignDesign;

@Command(
    name = "sign",
    description =
        "Writes a copy of a STEP, G-code or 3MF file with a signature in it. The copy is another"
            + " file, to be claimed as derived from this one. Replaces no file.")
final class SignCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "the signed copy")
  private Path copy = Path.of("");

  @Option(
      names = "--claim",
      description = "also claims the copy, as derived from the file, which you must hold")
  private boolean claim;

  private final TouchmarkCommand root;

  SignCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    InputFiles.check(file);
    if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
      throw new Problem(ExitCode.BAD_INPUT, copy + ": exists already.");
    }
    return root.atHome(this::sign);
  }

  private ExitCode sign(Touchmark station) throws Exception {
    Party party = root.party(station);
    try (WorkProgress progress = root.progress("signing " + file.getFileName())) {
      SignDesign.Result result = station.sign().sign(file, copy, party, progress);
      progress.wipe();
      return switch (result) {
        case SignDesign.Result.Refused(String reason) -> throw new Problem(ExitCode.FAIL, reason);
        case SignDesign.Result.Signed signed -> told(station, party, signed, progress);
      };
    } catch (FileAlreadyExistsException e) {
      throw new Problem(ExitCode.BAD_INPUT, copy + ": exists already.", e);
    }
  }

  private ExitCode told(
      Touchmark station, Party party, SignDesign.Result.Signed signed, WorkProgress progress)
      throws Exception {
    Printer printer = root.printer();
    printer.line(copy + ": a copy of " + file + ", signed for " + party.name() + ".");
    printer.rows(
        new Rows("  ")
            .add("fingerprint", signed.copy().hex())
            .add("signed from", signed.source().hex()));
    List<Object> document = new ArrayList<>();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", copy.toString());
    row.put("fingerprint", signed.copy().hex());
    row.put("derivedFrom", signed.source().hex());
    document.add(row);
    ExitCode code = ExitCode.OK;
    if (claim) {
      ClaimRequest request =
          station
              .claim()
              .propose(copy, party, progress)
              .request()
              .withDerivedFrom(List.of(signed.source()));
      code =
          new Outcomes(printer)
              .print(
                  copy.toString(),
                  copy + ": claimed for " + party.name() + " as " + request.id(),
                  station.claim().claim(request, party, progress),
                  document);
    } else {
      printer.line(
          "  It is another file: claim it with `touchmark claim "
              + copy
              + " --derived-from "
              + signed.source().hex()
              + "`.");
    }
    printer.document(document);
    return code;
  }
}
