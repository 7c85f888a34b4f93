package touchmark.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.verify.Verification;
import touchmark.ui.cases.Cases;
import touchmark.ui.cases.Parts;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class VerifyQueueScreenTest {
  private final Background background = Background.ofWindow();

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void severalFilesAreListedAboveTheOneThatIsShown(int width, int height, boolean dark) {
    AtomicReference<VerifyQueue> made = new AtomicReference<>();
    Screen screen =
        Screen.show(
            width,
            height,
            dark,
            () -> {
              Desk desk = desk();
              VerifyModel model = new VerifyModel(background, desk);
              VerifyQueue queue = new VerifyQueue(background, desk.verifications(), model);
              made.set(queue);
              VerifyDialog dialog =
                  new VerifyDialog(
                      model,
                      Optional.of(queue),
                      new VerifyActions(() -> {}, _ -> {}, _ -> {}, Optional::empty),
                      _ -> new Label("the picture"),
                      ZoneOffset.UTC);
              queue.verify(
                  IntStream.range(0, 6).mapToObj(i -> Path.of("parts", "part " + i)).toList(),
                  Cases.PRINT_PARTY);
              return new StackPane(dialog);
            });
    settle(screen);
    screen.keep("verify-queue-" + width + (dark ? "-dark" : ""));
    assertThat(text(screen, "#verify-queue-count")).startsWith("6 of 6 files verified");
    assertThat(text(screen, "#verdict")).isEqualTo("DO NOT PRINT");
    screen.robot().clickOn("part 0");
    settle(screen);
    assertThat(text(screen, "#verdict")).isEqualTo("CAUTION");
    screen.keep("verify-queue-chosen-" + width + (dark ? "-dark" : ""));
  }

  private static String text(Screen screen, String selector) {
    return screen.robot().lookup(selector).<Label>query().getText();
  }

  private static Desk desk() {
    List<Verification> answers =
        List.of(Parts.caution(), Parts.fail(), Parts.pass(), Parts.unknown(false), Parts.pass());
    return new Desk(
        (file, _, _, _) -> {
          int part = Integer.parseInt(file.getFileName().toString().substring("part ".length()));
          if (part >= answers.size()) {
            throw new NoSuchFileException(file.toString());
          }
          return VerifyQueueTest.of(file, answers.get(part));
        },
        (_, _) -> Optional.empty(),
        (_, _, folder, _, _) -> folder,
        _ -> Optional.empty(),
        party -> party.value());
  }

  private void settle(Screen screen) {
    try {
      WaitForAsyncUtils.waitFor(
          60, TimeUnit.SECONDS, () -> screen.onFx(() -> background.running().isEmpty()));
    } catch (TimeoutException e) {
      throw new AssertionError("the dialog did not come to rest", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
