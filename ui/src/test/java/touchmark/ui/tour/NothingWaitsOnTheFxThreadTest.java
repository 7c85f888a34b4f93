package touchmark.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductFiles;
import touchmark.app.sample.SampleFiles;
import touchmark.ledger.Progress;
import touchmark.ui.screen.FxThreadWatch;
import touchmark.ui.screen.Screen;
import touchmark.ui.workbench.Act;

/// The FX thread draws; files, locks and the ledger are waited for elsewhere.
class NothingWaitsOnTheFxThreadTest {
  @TempDir private Path folder;

  @Test
  void aJourneyNeverMakesTheFxThreadWait() throws Exception {
    SampleFiles.write(folder.resolve("parts"));
    Path home = folder.resolve("home");
    Homes.make(home);
    Path bracket = folder.resolve("parts").resolve(SampleFiles.MODEL);
    try (FxThreadWatch watch = new FxThreadWatch()) {
      try (Engineer engineer = Engineer.sitDown(home, new ChosenPlaces(folder))) {
        engineer.unlock();
        engineer.drop(Act.LOOK, bracket);
        engineer.seesPicture(".workbench .middle .preview");
        engineer.click("#act-claim");
        engineer.until("the claim can be made", () -> engineer.enabled("#claim-button"));
        engineer.click("#claim-button");
        engineer.until("it is claimed", () -> engineer.reads("#claim-cancel").equals("Close"));
        engineer.click("#claim-cancel");
        engineer.drop(Act.VERIFY, bracket);
        engineer.until("the verdict is there", () -> engineer.reads("#verdict").equals("PASS"));
        engineer.rest();
        engineer.click("#verify-close");
        engineer.rest();
      }
      assertThat(watch.trespasses()).isEmpty();
    }
  }

  @Test
  void aFileThatIsReadOnTheFxThreadIsCaught() throws IOException {
    Path file = Files.writeString(folder.resolve("some.stl"), "solid some\nendsolid some\n");
    Screen screen = Screen.show(200, 100, false, javafx.scene.layout.StackPane::new);
    try (FxThreadWatch watch = new FxThreadWatch()) {
      screen.onFx(
          () -> {
            try {
              return new ProductFiles().fingerprint(file, Progress.SILENT);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      assertThat(watch.trespasses())
          .anyMatch(seen -> seen.startsWith("jdk.FileRead in touchmark.app."));
    }
  }
}
