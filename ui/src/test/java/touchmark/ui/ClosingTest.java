package touchmark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.HomeException;
import touchmark.app.SampleNetwork;
import touchmark.app.Touchmark;
import touchmark.ui.support.Job;

class ClosingTest {
  private static final Clock CLOCK = Clock.systemDefaultZone();

  @TempDir Path folder;

  @Test
  void whatIsBeingRecordedIsWaitedForThenTheHomeIsClosedAndTheWindowLast() throws Exception {
    Path home = folder.resolve("home");
    SampleNetwork.play(home, CLOCK).close();
    CountDownLatch recording = new CountDownLatch(1);
    try (OpenedWindow window =
        OpenedWindow.on(home, CLOCK, Optional.of(SampleNetwork.PASSWORD), List.of())) {
      window.until("the window", () -> window.has("#act-open"));
      Stage stage = window.screen().stage();
      Job recorded =
          window
              .screen()
              .onFx(
                  () ->
                      window
                          .background()
                          .runToItsEnd(
                              "Recording",
                              _ -> {
                                recording.await();
                                return "";
                              },
                              _ -> {},
                              _ -> {}));
      window.screen().onFx(() -> askToClose(stage));
      assertThat(window.text("#waiting-for")).startsWith("What was begun is being finished");
      window.keep("closing");
      assertThat(recorded.isCancelled()).isFalse();
      assertThatThrownBy(() -> open(home))
          .isInstanceOfSatisfying(
              HomeException.class,
              why -> assertThat(why.reason()).isEqualTo(HomeException.Reason.HELD_BY_ANOTHER));
      recording.countDown();
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !stage.isShowing());
      open(home).close();
    }
  }

  private static void askToClose(Stage stage) {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private static Touchmark open(Path home) throws HomeException {
    return Touchmark.open(home, SampleNetwork.PASSWORD.toCharArray(), CLOCK);
  }
}
