package touchmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductFiles;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.SignatureWords;
import touchmark.app.signature.Signatures;
import touchmark.app.signature.Trust;

@Command(
    name = "signature",
    description =
        "The signatures inside each file, checked. Members of a network count as known signers"
            + " where a home is named. Exit 0 all trusted, 1 some doubt, 2 changed or revoked, 3 no"
            + " signature.")
final class SignatureCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Mixin private final TrustOptions trust = new TrustOptions();

  private final TouchmarkCommand root;

  SignatureCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (root.homeGiven()) {
      return root.atHome(station -> check(trust.over(station.signatures().trust())));
    }
    return check(trust.over(Trust.nobody(root.clock().instant()))).number();
  }

  private ExitCode check(Trust whom) {
    ExitCode code = ExitCode.OK;
    List<Object> document = new ArrayList<>();
    for (Path file : files) {
      try (WorkProgress progress = root.progress("reading " + file.getFileName())) {
        OpenedFile opened = new ProductFiles().openUnread(InputFiles.check(file), progress);
        List<FoundSignature> found = Signatures.of(opened, whom, progress);
        progress.wipe();
        print(file, found);
        document.add(json(opened, found));
        code = ExitCode.worse(code, judge(found));
      } catch (Exception failed) {
        code = ExitCode.worse(code, root.reportInput(failed, file));
      }
    }
    root.printer().document(document);
    return code;
  }

  private void print(Path file, List<FoundSignature> found) {
    Printer printer = root.printer();
    printer.line(file.toString());
    if (found.isEmpty()) {
      printer.line("  no signature");
    }
    for (FoundSignature signature : found) {
      printer.line("  " + signature.state() + ": " + SignatureWords.headline(signature));
      printer.rows(SignatureRows.rows(signature));
    }
    if (!found.isEmpty() && !root.homeGiven()) {
      printer.line("  The members of no network were asked: name a home with --home.");
    }
  }

  private static Map<String, @Nullable Object> json(OpenedFile opened, List<FoundSignature> found) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("file", opened.path().toString());
    row.put("fingerprint", opened.fingerprint().hex());
    row.put("signatures", SignatureRows.json(found));
    return row;
  }

  private static ExitCode judge(List<FoundSignature> found) {
    ExitCode code = found.isEmpty() ? ExitCode.UNKNOWN : ExitCode.OK;
    for (FoundSignature signature : found) {
      code =
          ExitCode.worse(
              code,
              switch (signature.state()) {
                case TRUSTED -> signature.weaknesses().isEmpty() ? ExitCode.OK : ExitCode.CAUTION;
                case PARTIAL, EXPIRED, UNKNOWN_SIGNER, UNREADABLE -> ExitCode.CAUTION;
                case REVOKED, CHANGED -> ExitCode.FAIL;
              });
    }
    return code;
  }
}
