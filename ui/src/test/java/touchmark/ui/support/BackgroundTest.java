package touchmark.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import touchmark.ledger.StoreException;

class BackgroundTest {
  private final Queue<Runnable> fx = new ArrayDeque<>();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final Background background = new Background(fx::add, work::add, work::add);
  private final List<String> shown = new ArrayList<>();

  @Test
  void anAnswerArrivesOnTheFxThread() {
    background.run("Adding", _ -> 1 + 1, sum -> shown.add("" + sum), _ -> {});
    drain(work);
    assertThat(shown).isEmpty();
    drain(fx);
    assertThat(shown).containsExactly("2");
  }

  @Test
  void workIsListedWhileItRuns() {
    background.run("Reading bolt.gcode", _ -> "", _ -> {}, _ -> {});
    assertThat(background.running()).extracting(Job::title).containsExactly("Reading bolt.gcode");
    drain(work);
    drain(fx);
    assertThat(background.running()).isEmpty();
  }

  @Test
  void aFailureBecomesTheSentenceThatItCarries() {
    background.run(
        "Reading",
        _ -> {
          throw new StoreException("Segment 3 is damaged at byte 17.");
        },
        _ -> {},
        failure -> shown.add(failure.sentence()));
    drain(work);
    drain(fx);
    assertThat(shown).containsExactly("Segment 3 is damaged at byte 17.");
  }

  @Test
  void aWholeSentenceIsSaidAsItIs() {
    fail(new IOException("The transaction 12 is not a send by Acme GmbH."));
    fail(new IOException("No space left on device"));
    assertThat(shown)
        .containsExactly(
            "The transaction 12 is not a send by Acme GmbH.",
            "Reading or writing failed: No space left on device.");
  }

  private void fail(Exception failure) {
    background.run(
        "Failing",
        _ -> {
          throw failure;
        },
        _ -> {},
        why -> shown.add(why.sentence()));
    drain(work);
    drain(fx);
  }

  @Test
  void aMissingFileIsNamedInASentence() {
    background.run(
        "Reading",
        _ -> {
          throw new NoSuchFileException("parts/bolt m8.stl");
        },
        _ -> {},
        failure -> shown.add(failure.sentence()));
    drain(work);
    drain(fx);
    assertThat(shown).containsExactly("The file bolt m8.stl is not there any more.");
  }

  @Test
  void afterItsWindowClosedNothingStartsAnyMore() {
    background.run("Before", _ -> "before", shown::add, f -> shown.add("stopped"));
    background.close();
    Job late = background.run("After", _ -> "after", shown::add, f -> shown.add(f.sentence()));
    Job lateInSlot = background.slot().runHeavy("Too", _ -> "too", shown::add, _ -> {});
    drain(work);
    drain(fx);
    assertThat(shown).containsExactly("stopped");
    assertThat(late.isCancelled()).isTrue();
    assertThat(lateInSlot.isCancelled()).isTrue();
    assertThat(background.running()).isEmpty();
  }

  @Test
  void whatRunsToItsEndIsNotCancelledByClosingAndTheLastWorkWaitsForIt() throws Exception {
    CountDownLatch recording = new CountDownLatch(1);
    CountDownLatch allDone = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Background threads =
        new Background(Runnable::run, each -> Thread.ofVirtual().start(each), work::add);
    Job reading = threads.runHeavy("Reading", _ -> "", _ -> {}, _ -> {});
    Job claiming =
        threads.runToItsEnd(
            "Claiming",
            _ -> {
              recording.await();
              return "recorded";
            },
            order::add,
            _ -> {});
    threads.close();
    assertThat(reading.isCancelled()).isTrue();
    assertThat(claiming.isCancelled()).isFalse();
    assertThat(threads.isBusyToItsEnd()).isTrue();
    threads.lastThenOnFx(() -> order.add("home closed"), allDone::countDown);
    assertThat(order).isEmpty();
    recording.countDown();
    assertThat(allDone.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly("recorded", "home closed");
  }

  @Test
  void aNewerRunDropsTheOlderAnswerWhicheverComesFirst() {
    Background.Slot slot = background.slot();
    Job first = slot.run("First", _ -> "first", shown::add, f -> shown.add(f.sentence()));
    slot.run("Second", _ -> "second", shown::add, f -> shown.add(f.sentence()));
    assertThat(first.isCancelled()).isTrue();
    drain(work);
    drain(fx);
    assertThat(shown).containsExactly("second");
  }

  @Test
  void aCancelledJobSaysSoOnce() {
    Job job =
        background.run(
            "Reading",
            own -> own.at(1, 2),
            _ -> {},
            failure -> shown.add("" + failure.cancelled()));
    job.cancel();
    drain(work);
    drain(fx);
    assertThat(shown).containsExactly("true");
  }

  @Test
  void reportsAreMergedAndTheLastOneIsShown() {
    Job job =
        background.run(
            "Reading",
            own -> {
              own.at(1, 4);
              return own.at(3, 4);
            },
            _ -> {},
            _ -> {});
    drain(work);
    assertThat(fx).hasSize(2);
    drain(fx);
    assertThat(job.fractionProperty().get()).isEqualTo(0.75);
  }

  private static void drain(Queue<Runnable> queue) {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }
}
