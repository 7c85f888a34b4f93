package touchmark.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import touchmark.app.Touchmark;
import touchmark.ledger.Ledger;

@Command(
    name = "rebuild-index",
    description =
        "Makes the index again from the segment files; the old one stays until it is done.")
final class ChainRebuildIndexCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  ChainRebuildIndexCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    root.requireHome();
    long height;
    try (WorkProgress progress = root.progress("indexing")) {
      height = Ledger.rebuildIndexIn(Touchmark.ledgerIn(root.home()), progress);
    }
    root.printer().line("Indexed blocks 0 to " + height + ".");
    root.printer().document(Map.of("height", height));
    return ExitCode.OK.number();
  }
}
