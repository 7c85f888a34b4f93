package touchmark.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
  @TempDir Path directory;

  @Test
  void theSameVersionWritesTheSameBytes() throws Exception {
    List<Path> first = SampleFiles.write(directory.resolve("one"));
    List<Path> second = SampleFiles.write(directory.resolve("two"));

    assertThat(first)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "bracket.3mf",
            "bracket.stl",
            "bracket.gcode",
            "bracket-tampered.3mf",
            "bracket-tampered.stl",
            "bracket-tampered.gcode",
            "spacer.stl");
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
    assertThat(Files.readString(first.get(2))).contains("; model_file = bracket.3mf");
  }

  @Test
  void writingAgainChangesNothingAndAStrangersFileIsNeverOverwritten() throws Exception {
    SampleFiles.write(directory);
    SampleFiles.write(directory);
    Files.writeString(directory.resolve("bracket.stl"), "mine");
    Files.delete(directory.resolve("spacer.stl"));

    assertThatThrownBy(() -> SampleFiles.write(directory))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("bracket.stl");
    assertThat(directory.resolve("bracket.stl")).hasContent("mine");
    assertThat(directory.resolve("spacer.stl")).doesNotExist();
  }
}
