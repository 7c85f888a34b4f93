package touchmark.ui.verify;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.Party;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.VerifyModel.Release;

/// Several files, verified one after the other; the worst stand first. The file that is chosen is
/// shown by the [VerifyModel]; until people choose, the worst one. Belongs to the FX thread.
public final class VerifyQueue {
  /// What became of one file.
  sealed interface Outcome {
    /// Its turn has not come, or it is being checked.
    record Waiting() implements Outcome {}

    /// @param answer all of it while memory allows; else the file is verified again when it is
    ///   shown
    record Judged(State verdict, String headline, SoftReference<Verification> answer)
        implements Outcome {}

    /// The checks could not be made.
    record Failed(String why) implements Outcome {}
  }

  /// One file of the queue.
  record Row(Path file, Outcome outcome) {
    String name() {
      Path last = file.getFileName();
      return last == null ? file.toString() : last.toString();
    }

    /// The worst is the least.
    private int rank() {
      return switch (outcome) {
        case Outcome.Judged(State verdict, _, _) ->
            switch (verdict) {
              case FAIL -> 0;
              case UNKNOWN -> 2;
              case CAUTION -> 3;
              case PASS -> 4;
            };
        case Outcome.Failed _ -> 1;
        case Outcome.Waiting _ -> 5;
      };
    }
  }

  private final Messages words = Messages.of("verify");
  private final Background.Slot checking;
  private final Desk.Verifications verifications;
  private final VerifyModel shown;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Row> current = new ReadOnlyObjectWrapper<>();
  private @Nullable Party party;
  private boolean chosen;

  /// @param shown shows one file at a time
  public VerifyQueue(Background background, Desk.Verifications verifications, VerifyModel shown) {
    this.checking = background.slot();
    this.verifications = verifications;
    this.shown = shown;
  }

  /// Begins to verify files for a party; one that is named twice is verified once.
  public void verify(List<Path> files, Party forParty) {
    party = forParty;
    chosen = false;
    rows.setAll(
        files.stream().distinct().map(file -> new Row(file, new Outcome.Waiting())).toList());
    show(rows.getFirst());
    next();
  }

  /// Stops; what has not been verified stays so.
  public void cancel() {
    checking.clear();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /// The row that is shown.
  ReadOnlyObjectProperty<@Nullable Row> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// How many have an answer.
  int judged() {
    return (int) rows.stream().filter(row -> !(row.outcome() instanceof Outcome.Waiting)).count();
  }

  /// Shows a file, if none is being released just now.
  void choose(Row row) {
    if (shown.releaseProperty().get() == Release.RUNNING) {
      return;
    }
    chosen = true;
    if (!row.equals(current.get())) {
      show(row);
    }
  }

  private void next() {
    Optional<Row> waiting =
        rows.stream().filter(row -> row.outcome() instanceof Outcome.Waiting).findFirst();
    waiting.ifPresent(
        row ->
            checking.runHeavy(
                words.text("job.checking", row.name()),
                job -> verifications.verify(row.file(), forWhom(), _ -> {}, job),
                answer ->
                    settle(
                        row,
                        new Outcome.Judged(
                            answer.verdict(), answer.headline(), new SoftReference<>(answer))),
                why -> settle(row, new Outcome.Failed(why.sentence()))));
  }

  private void settle(Row before, Outcome outcome) {
    Row settled = new Row(before.file(), outcome);
    rows.set(rows.indexOf(before), settled);
    FXCollections.sort(rows, Comparator.comparingInt(Row::rank));
    if (before.equals(current.get())) {
      show(settled);
    }
    if (!chosen && !isBusy()) {
      Row worst = rows.getFirst();
      if (!worst.equals(current.get())) {
        show(worst);
      }
    }
    next();
  }

  /// Nobody is moved away from what they are doing.
  private boolean isBusy() {
    return switch (shown.releaseProperty().get()) {
      case RUNNING, RELEASED -> true;
      case IMPOSSIBLE, NEEDS_REASON, READY -> !shown.reasonProperty().get().isEmpty();
    };
  }

  private void show(Row row) {
    current.set(row);
    switch (row.outcome()) {
      case Outcome.Waiting _ -> shown.await(row.file(), forWhom());
      case Outcome.Failed(String why) -> shown.fail(row.file(), forWhom(), why);
      case Outcome.Judged judged -> {
        Verification answer = judged.answer().get();
        if (answer == null) {
          shown.verify(row.file(), forWhom());
        } else {
          shown.show(answer, forWhom());
        }
      }
    }
  }

  private Party forWhom() {
    return Objects.requireNonNull(party, "a party verifies");
  }
}
