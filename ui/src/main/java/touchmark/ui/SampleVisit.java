package touchmark.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import touchmark.app.HomeException;
import touchmark.app.SampleNetwork;
import touchmark.app.Touchmark;
import touchmark.app.format.FormatException;
import touchmark.ledger.StoreException;
import touchmark.ledger.disk.FileTree;
import touchmark.ui.support.Job;

/// A look around in the sample network: a throw-away home in a folder of its own, which goes with
/// it. Waits for the disk: call it off the FX thread.
final class SampleVisit implements AutoCloseable {
  private final Touchmark home;

  private SampleVisit(Touchmark home) {
    this.home = home;
  }

  /// Plays the sample story. It takes some seconds; when the job was cancelled meanwhile, nothing
  /// is left.
  static SampleVisit begin(Clock clock, Job job)
      throws HomeException, IOException, StoreException, FormatException {
    Path folder = Files.createTempDirectory("touchmark-sample");
    SampleVisit visit = null;
    try {
      visit = new SampleVisit(SampleNetwork.play(folder, clock));
      job.checkCancelled();
      return visit;
    } catch (HomeException
        | IOException
        | StoreException
        | FormatException
        | CancellationException e) {
      if (visit != null) {
        visit.home.close();
      }
      FileTree.remove(folder);
      throw e;
    }
  }

  Touchmark home() {
    return home;
  }

  /// Closes the home and removes its folder.
  @Override
  public void close() throws IOException {
    home.close();
    FileTree.remove(home.home());
  }
}
