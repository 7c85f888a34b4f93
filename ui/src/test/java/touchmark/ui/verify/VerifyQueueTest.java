package touchmark.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ui.cases.Cases;
import touchmark.ui.cases.Parts;
import touchmark.ui.support.Background;
import touchmark.ui.verify.VerifyModel.Phase;

class VerifyQueueTest {
  private static final Path GOOD = Path.of("parts", "good.3mf");
  private static final Path OLD = Path.of("parts", "old.3mf");
  private static final Path BAD = Path.of("parts", "bad.3mf");
  private static final Path GONE = Path.of("parts", "gone.3mf");

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final Map<Path, Verification> answers =
      new HashMap<>(
          Map.of(
              GOOD, of(GOOD, Parts.pass()),
              OLD, of(OLD, Parts.caution()),
              BAD, of(BAD, Parts.fail())));
  private final Background background = new Background(Runnable::run, work::add, work::add);
  private final Desk desk =
      new Desk(
          (file, _, _, _) -> {
            if (!answers.containsKey(file)) {
              throw new NoSuchFileException(file.toString());
            }
            return Objects.requireNonNull(answers.get(file));
          },
          (_, _) -> Optional.empty(),
          (_, _, folder, _, _) -> folder,
          _ -> Optional.empty(),
          party -> party.value());
  private final VerifyModel shown = new VerifyModel(background, desk);
  private final VerifyQueue queue = new VerifyQueue(background, desk.verifications(), shown);

  static Verification of(Path file, Verification answer) {
    return new Verification(
        file,
        file.getFileName().toString(),
        answer.fingerprint(),
        answer.verdict(),
        answer.headline(),
        answer.provisional(),
        answer.checks(),
        answer.inspection(),
        answer.registered(),
        answer.difference());
  }

  @Test
  void allFilesAreVerifiedAndTheWorstStandsFirstAndIsShown() {
    queue.verify(List.of(GOOD, OLD, GONE, BAD, GOOD), Cases.PRINT_PARTY);
    work();
    assertThat(queue.rows())
        .extracting(VerifyQueue.Row::file)
        .containsExactly(BAD, GONE, OLD, GOOD);
    assertThat(queue.judged()).isEqualTo(4);
    assertThat(shown.fileNameProperty().get()).isEqualTo("bad.3mf");
    assertThat(shown.verificationProperty().get())
        .hasValueSatisfying(answer -> assertThat(answer.verdict()).isEqualTo(State.FAIL));
  }

  @Test
  void aFileThatCannotBeCheckedSaysWhy() {
    queue.verify(List.of(GOOD, GONE), Cases.PRINT_PARTY);
    work();
    assertThat(shown.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(shown.failureProperty().get()).contains("gone.3mf is not there any more");
  }

  @Test
  void aChosenFileStaysInSightWhenAWorseOneIsFound() {
    queue.verify(List.of(GOOD, BAD), Cases.PRINT_PARTY);
    work.remove().run();
    queue.choose(queue.rows().getFirst());
    work();
    assertThat(queue.rows().getFirst().file()).isEqualTo(BAD);
    assertThat(shown.fileNameProperty().get()).isEqualTo("good.3mf");
    queue.choose(queue.rows().getFirst());
    assertThat(shown.fileNameProperty().get()).isEqualTo("bad.3mf");
  }

  @Test
  void aFileThatWaitsIsShownAsBeingCheckedUntilItsAnswerComes() {
    queue.verify(List.of(GOOD, OLD), Cases.PRINT_PARTY);
    queue.choose(queue.rows().getLast());
    assertThat(shown.phaseProperty().get()).isEqualTo(Phase.CHECKING);
    assertThat(shown.fileNameProperty().get()).isEqualTo("old.3mf");
    work();
    assertThat(shown.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(shown.fileNameProperty().get()).isEqualTo("old.3mf");
  }

  @Test
  void whoTypesAReasonIsNotMovedAway() {
    queue.verify(List.of(OLD, BAD), Cases.PRINT_PARTY);
    work.remove().run();
    shown.reasonProperty().set("v3 was ordered");
    work();
    assertThat(shown.fileNameProperty().get()).isEqualTo("old.3mf");
    assertThat(queue.rows().getFirst().file()).isEqualTo(BAD);
  }

  private void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}
