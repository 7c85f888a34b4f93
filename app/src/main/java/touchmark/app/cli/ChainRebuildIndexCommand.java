package touchmark.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import touchmark.app.Touchmark;

@Command(
    name = "rebuild-index",
    description = "Drops the index and makes it again from the segment files.")
final class ChainRebuildIndexCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  ChainRebuildIndexCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::rebuild);
  }

  private ExitCode rebuild(Touchmark station) throws Exception {
    try (WorkProgress progress = root.progress("indexing")) {
      station.ledger().rebuildIndex(progress);
    }
    long height = station.ledger().head().height();
    root.printer().line("Indexed blocks 0 to " + height + ".");
    root.printer().document(Map.of("height", height));
    return ExitCode.OK;
  }
}
