package touchmark.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import touchmark.ui.screen.Screen;

class ThemeTest {
  private static final int MOST_TRIES = 50;

  private final Screen screen = Screen.show(200, 100, false, StackPane::new);
  private final Theme theme = screen.theme();

  @Test
  void everyDressedSceneFollowsTheChoice() {
    Scene scene = screen.onFx(() -> dressed());
    screen.onFx(() -> theme.choiceProperty().set(Theme.Choice.DARK));
    assertThat(scene.getRoot().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
    screen.onFx(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
    assertThat(scene.getRoot().getPseudoClassStates())
        .doesNotContain(PseudoClass.getPseudoClass("dark"));
  }

  @Test
  void aSceneThatIsGoneIsForgotten() throws InterruptedException {
    WeakReference<Scene> gone = screen.onFx(() -> new WeakReference<>(dressed()));
    for (int tries = 0; tries < MOST_TRIES && gone.get() != null; tries++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(gone.get()).isNull();
  }

  private Scene dressed() {
    Scene scene = new Scene(new StackPane());
    theme.dress(scene);
    return scene;
  }
}
