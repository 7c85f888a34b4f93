package touchmark.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.support.Background;

class WorkbenchModelTest {
  private static final Path PART = Path.of("stranger.stl");

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final TinyStation station = new TinyStation();
  private final WorkbenchModel model =
      new WorkbenchModel(
          new Background(waiting::add, waiting::add, waiting::add),
          station,
          WorkbenchModel.Beginning.of(station));
  private final List<Fingerprint> shown = new ArrayList<>();

  @Test
  void aFileThatWasWrittenAgainIsShownAsItIsNow() {
    watch();
    model.act(Act.LOOK, List.of(PART));
    drain();
    station.writeAgain("stranger.stl");
    model.act(Act.LOOK, List.of(PART));
    drain();
    assertThat(shown).hasSize(2).doesNotHaveDuplicates();
    assertThat(model.library().selectedProperty().get().fingerprint()).isEqualTo(shown.getLast());
  }

  @Test
  void aFileThatIsTheSameStillIsNotShownAnew() {
    watch();
    model.act(Act.LOOK, List.of(PART));
    drain();
    model.act(Act.LOOK, List.of(PART));
    drain();
    assertThat(shown).hasSize(1);
  }

  private void watch() {
    model
        .inspector()
        .inspectionProperty()
        .subscribe(
            now -> {
              if (now != null) {
                shown.add(now.file().fingerprint());
              }
            });
  }

  private void drain() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }
}
