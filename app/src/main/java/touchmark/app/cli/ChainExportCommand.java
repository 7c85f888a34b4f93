package touchmark.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;

@Command(
    name = "export",
    description = "Writes the whole chain to one file; an existing file is never replaced.")
final class ChainExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  private final TouchmarkCommand root;

  ChainExportCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::export);
  }

  private ExitCode export(Touchmark station) throws Exception {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try (WorkProgress progress = root.progress("exporting")) {
      station.ledger().exportTo(file, progress);
    }
    long height = station.ledger().head().height();
    root.printer().line("Wrote blocks 0 to " + height + " to " + file + ".");
    root.printer().document(Map.of("file", file.toString(), "height", height));
    return ExitCode.OK;
  }
}
