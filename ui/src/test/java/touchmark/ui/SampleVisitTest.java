package touchmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Touchmark;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;

class SampleVisitTest {
  private static final Clock CLOCK = Clock.systemDefaultZone();

  @TempDir Path folder;
  private final Background background = new Background(Runnable::run, Runnable::run, Runnable::run);
  private final List<Failure> failures = new ArrayList<>();

  @Test
  void aVisitRemovesItsHomeWhenItEnds() throws Exception {
    List<SampleVisit> visits = new ArrayList<>();
    background.run("visit", job -> SampleVisit.begin(CLOCK, job), visits::add, failures::add);
    assertThat(failures).isEmpty();
    SampleVisit visit = visits.getFirst();
    Path home = visit.home().home();
    assertThat(Touchmark.existsIn(home)).isTrue();
    assertThat(visit.home().isSample()).isTrue();
    visit.close();
    assertThat(home).doesNotExist();
  }

  @Test
  void aVisitThatWasGivenUpIsNotBegun() {
    background.run(
        "visit",
        job -> {
          job.cancel();
          return SampleVisit.begin(CLOCK, job);
        },
        _ -> {},
        failures::add);
    assertThat(failures).singleElement().satisfies(why -> assertThat(why.cancelled()).isTrue());
  }

  @Test
  void lookingAroundOpensTheStoryUnderABannerAndOneClickLeavesIt() {
    Path home = folder.resolve("home");
    try (OpenedWindow window = OpenedWindow.on(home, CLOCK, Optional.empty(), List.of())) {
      window.until("the first run", () -> window.has("#look-around"));
      window.screen().robot().clickOn("#look-around");
      if (window.has("#waiting-cancel")) {
        window.keep("sample-making");
      }
      window.until(
          "the story",
          () ->
              window.has("#sample-banner") && window.text("#inspector-title").contains("bracket"));
      window.keep("sample-story");
      assertThat(window.text("#sample-banner")).isEqualTo("Sample: nothing here counts");
      assertThat(window.screen().robot().lookup(".mark").<Node>queryAll()).isNotEmpty();
      window.screen().robot().clickOn("#sample-leave");
      window.until("the first run again", () -> window.has("#organization"));
      assertThat(window.has("#sample-banner")).isFalse();
      assertThat(Touchmark.existsIn(home)).isFalse();
    }
  }
}
