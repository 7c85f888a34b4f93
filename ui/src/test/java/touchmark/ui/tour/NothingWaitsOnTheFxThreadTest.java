package touchmark.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductFiles;
import touchmark.app.sample.SampleFiles;
import touchmark.ledger.Progress;
import touchmark.ui.screen.Screen;
import touchmark.ui.workbench.Act;

/// The FX thread draws; files, locks and the ledger are waited for elsewhere.
class NothingWaitsOnTheFxThreadTest {
  @TempDir private Path folder;

  @Test
  void aJourneyNeverMakesTheFxThreadWait() throws IOException {
    SampleFiles.write(folder.resolve("parts"));
    Path bracket = folder.resolve("parts").resolve(SampleFiles.MODEL);
    try (FxThreadWatch watch = new FxThreadWatch()) {
      try (Engineer engineer = Engineer.sitDown(folder.resolve("home"), new ChosenPlaces(folder))) {
        engineer.type("#organization", "Acme GmbH");
        engineer.type("#street", "Werkstrasse");
        engineer.type("#town", "Stuttgart");
        engineer.click("#first-run-next");
        engineer.type("#password", Engineer.PASSWORD);
        engineer.type("#repeated", Engineer.PASSWORD);
        engineer.click("#first-run-next");
        engineer.click("#with-sample");
        engineer.click("#first-run-next");
        engineer.until("the workbench is open", () -> engineer.sees("#acting-for"));
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
      assertThat(watch.caught(folder.resolve("journey.jfr"))).isEmpty();
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
      List<String> caught = watch.caught(folder.resolve("deliberate.jfr"));
      assertThat(caught).anyMatch(line -> line.startsWith("jdk.FileRead from touchmark.app."));
    }
  }
}
