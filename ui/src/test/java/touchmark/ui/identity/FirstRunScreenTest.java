package touchmark.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.Founding;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class FirstRunScreenTest {
  private final Background background = Background.ofWindow();

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void theThreePagesAreFilledByKeyboardAndNothingIsCut(int width, int height, boolean dark) {
    AtomicReference<FirstRunModel> shown = new AtomicReference<>();
    Screen screen =
        Screen.show(
            width,
            height,
            dark,
            () -> {
              FirstRunModel model = new FirstRunModel(background, FirstRunScreenTest::full);
              shown.set(model);
              return new FirstRunView(model, () -> model.start(_ -> {}), () -> {});
            });
    String size = "first-run-" + width + (dark ? "-dark" : "");
    screen.robot().clickOn("#organization").write("Acme GmbH");
    screen.robot().clickOn("#street").write("Werkstrasse");
    screen.robot().clickOn("#number").write("12");
    screen.robot().clickOn("#postalCode").write("70565");
    screen.robot().clickOn("#town").write("Stuttgart");
    screen.onFx(() -> shown.get().countryProperty().set("Germany"));
    screen.keep(size + "-1-who");
    screen.robot().clickOn("#first-run-next");
    screen.robot().clickOn("#password").write("stamp the pewter");
    screen.robot().clickOn("#repeated").write("stamp the pewte");
    screen.keep(size + "-2-protect");
    screen.robot().write("r");
    screen.robot().clickOn("#first-run-next");
    screen.keep(size + "-3-start");
    screen.robot().clickOn("#first-run-next");
    assertThat(shown.get().pageProperty().get()).isEqualTo(FirstRunModel.Page.START);
  }

  @Test
  void aWrongPasswordIsSaidInASentence() {
    UnlockModel model =
        new UnlockModel(
            new Background(Runnable::run, Runnable::run, Runnable::run),
            _ -> {
              throw new HomeException(HomeException.Reason.WRONG_PASSWORD, "wrong");
            });
    Screen screen =
        Screen.show(
            1280,
            800,
            false,
            () -> new UnlockView(model, Path.of("data", "touchmark"), () -> model.unlock(_ -> {})));
    screen.robot().clickOn("#password").write("guess");
    screen.robot().clickOn("#unlock");
    screen.keep("unlock-wrong-password");
    assertThat(model.failureProperty().get()).contains("does not open the key");
  }

  private static Touchmark full(Founding founding, char[] password) throws HomeException {
    throw new HomeException(HomeException.Reason.DISK, "The disk is full.");
  }
}
