package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Programs that know nothing of this one.
final class OtherPrograms {
  private OtherPrograms() {}

  static void require(String program, String version) throws InterruptedException {
    try {
      if (new ProcessBuilder(program, version)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0) {
        return;
      }
    } catch (IOException e) {
      Assumptions.abort("There is no " + program + " here: " + e.getMessage());
    }
    Assumptions.abort("There is no " + program + " here that runs.");
  }

  /// What a program prints.
  ///
  /// @param code its exit code
  record Answer(int code, String text) {}

  static Answer run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Answer(process.exitValue(), text);
  }
}
