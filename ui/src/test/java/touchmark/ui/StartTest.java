package touchmark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchmark.app.HomeDirectory;

class StartTest {
  private static final Path USER = Path.of("home", "karin");

  @Test
  void aHomeOnTheCommandLineGoesBeforeTheEnvironment() {
    HomeDirectory directory =
        new HomeDirectory(Map.of(HomeDirectory.VARIABLE, "from-environment"), "Linux", USER);
    assertThat(directory.find(Optional.of(Path.of("given")))).endsWithRaw(Path.of("given"));
    assertThat(directory.find(Optional.empty())).endsWithRaw(Path.of("from-environment"));
  }

  @Test
  void eachPlatformHasItsPlaceForApplicationData() {
    assertThat(place("Linux")).endsWithRaw(USER.resolve(".local/share/touchmark"));
    assertThat(place("Mac OS X"))
        .endsWithRaw(USER.resolve("Library/Application Support/Touchmark"));
    assertThat(place("Windows 11")).endsWithRaw(USER.resolve("AppData/Roaming/Touchmark"));
  }

  @Test
  void filesAndAHomeAreTakenFromTheCommandLine() {
    StartOptions options = StartOptions.parse(List.of("--home", "h", "a b.stl", "--", "--odd.stl"));
    assertThat(options.home()).contains(Path.of("h"));
    assertThat(options.files()).containsExactly(Path.of("a b.stl"), Path.of("--odd.stl"));
  }

  @Test
  void anUnknownOptionIsSaidInASentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StartOptions.parse(List.of("--hoem", "h")))
        .withMessageContaining("'--hoem' is not understood");
  }

  private static Path place(String system) {
    return new HomeDirectory(Map.of(), system, USER).find(Optional.empty());
  }
}
