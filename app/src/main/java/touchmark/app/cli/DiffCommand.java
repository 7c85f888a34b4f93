package touchmark.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.difference.Comparer;
import touchmark.app.difference.Difference;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;

@Command(
    name = "diff",
    description = "What differs between two files of one kind. Exit 0 same, 1 different, 3 cannot.")
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A")
  private Path from = Path.of("");

  @Parameters(index = "1", paramLabel = "B")
  private Path to = Path.of("");

  private final TouchmarkCommand root;

  DiffCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return compare().number();
  }

  private ExitCode compare() throws Exception {
    Optional<Difference> difference;
    boolean sameBytes;
    try (WorkProgress progress = root.progress("comparing")) {
      Inspection a = inspect(from, progress);
      Inspection b = inspect(to, progress);
      sameBytes = a.file().fingerprint().equals(b.file().fingerprint());
      difference = new Comparer().compare(a, b, progress);
    }
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("from", from.toString());
    document.put("to", to.toString());
    document.put("sameBytes", sameBytes);
    document.put("same", difference.map(Difference::same).orElse(null));
    document.put("lines", difference.map(Difference::lines).orElse(List.of()));
    document.put(
        "changes", difference.map(found -> Json.changes(found.changes())).orElse(List.of()));
    root.printer().document(document);
    if (sameBytes) {
      root.printer().line("The same bytes.");
      return ExitCode.OK;
    }
    if (difference.isEmpty()) {
      root.printer().line("Other bytes, and of kinds that cannot be compared.");
      return ExitCode.UNKNOWN;
    }
    if (difference.get().same()) {
      root.printer().line("Other bytes, no difference of substance.");
    }
    difference.get().lines().forEach(line -> root.printer().line(line));
    return difference.get().same() ? ExitCode.OK : ExitCode.CAUTION;
  }

  private static Inspection inspect(Path file, WorkProgress progress) throws Exception {
    try {
      return new Inspector()
          .inspect(new ProductFiles().open(InputFiles.check(file), progress), progress);
    } catch (IOException failed) {
      throw InputFiles.problem(failed, file);
    }
  }
}
