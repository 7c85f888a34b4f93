package touchmark.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;

@Command(
    name = "import",
    description = "Makes a home that can look and verify, out of an exported chain.")
final class ChainImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  private final TouchmarkCommand root;

  ChainImportCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    InputFiles.check(file);
    try (WorkProgress progress = root.progress("checking and importing")) {
      Touchmark.importChain(file, root.home(), root.clock(), progress).close();
    }
    root.printer()
        .line(
            "Imported into "
                + root.home()
                + "; every block was checked. It holds no keys: look and verify with --as.");
    root.printer().document(Map.of("home", root.home().toString()));
    return ExitCode.OK.number();
  }
}
