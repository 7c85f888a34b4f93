package touchmark.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import touchmark.app.Touchmark;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Ledger;
import touchmark.ledger.NetworkInfo;
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
      paramLabel = "last|HEIGHT:HASH|FILE",
      description =
          "hashes and roots only up to there, and no seals: the block up to which all was verified"
              + " here, one that you vouch for, or the tree of a receipt or checkpoint")
  private @Nullable String since;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "whose signatures under that receipt or checkpoint count (C2SP tlog-policy)")
  private @Nullable Path policyFile;

  /// Up to where hashes are enough, and who says so.
  private record Start(Since since, String voucher) {}

  @Override
  public Integer call() throws Exception {
    root.requireHome();
    Path directory = Touchmark.ledgerIn(root.home());
    Optional<Start> start = start(directory);
    ChainReport report;
    try (WorkProgress progress = root.progress("verifying the chain")) {
      report = Ledger.verifyIn(directory, start.map(Start::since), progress);
    }
    print(report, start.map(Start::voucher).orElse(""));
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
              root.clock().instant().truncatedTo(ChronoUnit.SECONDS))
          .keepIn(directory);
    } catch (StoreException e) {
      root.printer().line("  The next verification starts anew: " + e.getMessage());
    }
  }

  private Optional<Start> start(Path directory) throws Exception {
    String named = since == null ? "" : since;
    Matcher block = NAMED.matcher(named);
    boolean file = since != null && !named.equals(LAST) && !block.matches();
    if (policyFile != null && !file) {
      throw usage("--policy says whose signatures count under the FILE of --since FILE.");
    }
    if (file) {
      return Optional.of(
          of(
              VouchedTree.read(
                  file(named), InputFiles.policy(policyFile), NetworkInfo.idIn(directory))));
    }
    if (block.matches()) {
      return Optional.of(
          new Start(
              new Since.Block(
                  Long.parseLong(block.group(1)), new BlockHash(Digest.parse(block.group(2)))),
              "you vouch for them"));
    }
    return since == null
        ? Optional.empty()
        : VerifiedHere.in(directory)
            .map(note -> new Start(note.since(), "all of them were verified here at " + note.at()));
  }

  /// What is neither a word nor a block has to be a file: a typing error is told from a missing
  /// one.
  private Path file(String named) {
    String sentence =
        "--since takes 'last', a block's height and hash as HEIGHT:HASH, or the file of a receipt"
            + " or checkpoint; '"
            + named
            + "' is none of them.";
    try {
      Path file = Path.of(named);
      if (!named.isEmpty() && Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new ParameterException(commandLine(), sentence, e);
    }
    throw usage(sentence);
  }

  private Start of(VouchedTree tree) {
    return new Start(
        tree.since(),
        tree.counts()
            ? "signatures that count under %s vouch for them in %s"
                .formatted(policyFile, tree.file())
            : "you vouch for them by %s, since no --policy says whose signatures count"
                .formatted(tree.file()));
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(commandLine(), sentence);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "picocli sets the spec").commandLine();
  }

  private void print(ChainReport report, String voucher) {
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
              voucher));
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
