package touchmark.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import touchmark.app.Touchmark;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Ledger;
import touchmark.ledger.Since;
import touchmark.ledger.StoreException;
import touchmark.ledger.VerifiedHere;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;

@Command(
    name = "verify",
    description = "Re-derives every hash, root, seal, signature and rule from the bytes on disk.")
final class ChainVerifyCommand implements Callable<Integer> {
  private static final String LAST = "last";
  private static final Pattern NAMED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  @Spec private @Nullable CommandSpec spec;

  private final TouchmarkCommand root;

  ChainVerifyCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Option(
      names = "--since",
      paramLabel = "last|HEIGHT:HASH",
      description =
          "hashes and roots only up to there: the block up to which all was verified here, or one"
              + " that you vouch for")
  private @Nullable String since;

  @Override
  public Integer call() throws Exception {
    root.requireHome();
    Path directory = Touchmark.ledgerIn(root.home());
    Optional<VerifiedHere> last =
        LAST.equals(since) ? VerifiedHere.in(directory) : Optional.empty();
    ChainReport report;
    try (WorkProgress progress = root.progress("verifying the chain")) {
      report = Ledger.verifyIn(directory, from(last), progress);
    }
    print(report, last);
    if (report.ok() && report.blocks() > 0 && (since == null || LAST.equals(since))) {
      remember(report, directory);
    }
    return (report.ok() ? ExitCode.OK : ExitCode.FAIL).number();
  }

  /// A disk that takes nothing does not make the chain less sound.
  private void remember(ChainReport report, Path directory) {
    try {
      new VerifiedHere(
              report.blocks() - 1,
              new BlockHash(Digest.parse(report.head())),
              root.clock().instant())
          .keepIn(directory);
    } catch (StoreException e) {
      root.printer().line("  The next verification starts anew: " + e.getMessage());
    }
  }

  private Optional<Since> from(Optional<VerifiedHere> last) {
    if (since == null || LAST.equals(since)) {
      return last.map(VerifiedHere::since);
    }
    Matcher named = NAMED.matcher(since);
    if (!named.matches()) {
      throw new ParameterException(
          Objects.requireNonNull(spec, "picocli sets the spec").commandLine(),
          "--since takes 'last', or a block's height and hash as HEIGHT:HASH.");
    }
    return Optional.of(
        new Since.Block(
            Long.parseLong(named.group(1)), new BlockHash(Digest.parse(named.group(2)))));
  }

  private void print(ChainReport report, Optional<VerifiedHere> last) {
    Printer printer = root.printer();
    printer.line(
        String.format(
            Locale.ROOT,
            "%s: %,d blocks, %,d transactions, head %s",
            report.ok() ? "The chain is sound" : "THE CHAIN IS DAMAGED",
            report.blocks(),
            report.transactions(),
            report.head()));
    if (report.hashedOnly() > 0) {
      printer.line(
          String.format(
              Locale.ROOT,
              "  of the first %,d blocks hashes and roots only, and no seals: %s",
              report.hashedOnly(),
              last.map(note -> "all of them were verified here at " + note.at())
                  .orElse("you vouch for them")));
    } else if (LAST.equals(since)) {
      printer.line("  Nothing had been verified here before, so all of it was.");
    }
    if (!report.indexCompared()) {
      printer.line("  The index was not compared: there is none, or another program has it open.");
    }
    report
        .problems()
        .forEach(problem -> printer.line("  " + problem.where() + ": " + problem.message()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", report.ok());
    document.put("blocks", report.blocks());
    document.put("transactions", report.transactions());
    document.put("head", report.head());
    document.put("hashedOnly", report.hashedOnly());
    document.put("indexCompared", report.indexCompared());
    document.put(
        "problems",
        report.problems().stream()
            .map(problem -> Map.of("where", problem.where(), "message", problem.message()))
            .toList());
    printer.document(document);
  }
}
