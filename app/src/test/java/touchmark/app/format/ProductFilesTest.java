package touchmark.app.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

class ProductFilesTest {
  private final ProductFiles files = new ProductFiles();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 262_143, 262_144, 262_145, 1_048_576, 3_000_001})
  void theFingerprintIsTheSha256OfTheBytes(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Path file = Files.write(directory.resolve("Prüf stück 🔩.bin"), bytes);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

    assertThat(files.fingerprint(file, Progress.SILENT).hex()).isEqualTo(sha256);
    assertThat(files.open(file, Progress.SILENT).fingerprint().hex()).isEqualTo(sha256);
  }

  @Test
  void anyNumberOfCommentLinesBeforeSettingsIsNoTrouble() throws Exception {
    Path file = directory.resolve("profile");
    Files.writeString(file, "; made by hand\n".repeat(4_000) + "layer_height = 0.2\n");
    assertThat(new ProductFiles().open(file, Progress.SILENT).format().dataType())
        .isEqualTo(DataType.CONFIGURATION);
    Files.writeString(file, "\n".repeat(60_000) + "# \n".repeat(500));
    assertThat(new ProductFiles().open(file, Progress.SILENT).data())
        .isInstanceOf(ProductData.Unread.class);
  }

  @Test
  void aMeshAndItsFingerprintComeFromTheSameReading() throws Exception {
    byte[] stl = new Solids().ball(0, 0, 0, 9, 60).binaryStl("x");
    Path file = Files.write(directory.resolve("ball.stl"), stl);
    OpenedFile opened = files.open(file, Progress.SILENT);

    assertThat(opened.fingerprint()).isEqualTo(files.fingerprint(file, Progress.SILENT));
    assertThat(opened.size()).isEqualTo(stl.length);
    assertThat(opened.name()).isEqualTo("ball.stl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[1], [2]]|JSON|CONFIGURATION",
        "<?xml version=\"1.0\"?>\\n<note>|XML|CONFIGURATION",
        "%PDF-1.7|PDF|CONTROL_DATA",
      })
  void whatIsNotReadIsNamedByItsContent(String text, String name, DataType type) throws Exception {
    Path file = Files.writeString(directory.resolve("file"), text.translateEscapes());
    OpenedFile opened = files.open(file, Progress.SILENT);

    assertThat(opened.data()).isEqualTo(new ProductData.Unread());
    assertThat(opened.format()).isEqualTo(new Format(name + " (not read yet)", type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ISO-10303-21;\\nHEADER;|STEP|GEOMETRY_3D",
        "<?xml version=\"1.0\"?>\\n<QIFDocument xmlns=\"x\">|QIF|CONTROL_DATA",
        "<fdmmaterial ><a>|material profile|CONFIGURATION",
        "{\\n \"layer_height\": 0.2|JSON settings|CONFIGURATION",
        "[printer]\\nnothing|INI settings|CONFIGURATION",
        "x,y,z\\n\"1,2,3|CSV|CONTROL_DATA",
      })
  void whatItsReaderRefusesKeepsItsKind(String text, String name, DataType type) throws Exception {
    Path file = Files.writeString(directory.resolve("file.csv"), text.translateEscapes());
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> files.open(file, Progress.SILENT));
    assertThat(files.openUnread(file, Progress.SILENT).format())
        .isEqualTo(new Format(name + " (damaged)", type));
  }

  @Test
  void contentDecidesNotTheName() throws Exception {
    Path file =
        Files.write(directory.resolve("a.gcode"), new Solids().cube(0, 0, 0, 1).binaryStl(""));

    assertThat(files.open(file, Progress.SILENT).format().name()).isEqualTo("STL (binary)");
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    Path file = Files.createFile(directory.resolve("empty.stl"));

    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> files.open(file, Progress.SILENT))
        .withMessage("empty.stl, the whole file: expected at least one byte, found none");
  }

  @Test
  void aMissingFileAndADirectoryAreToldApart() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> files.open(directory.resolve("gone.stl"), Progress.SILENT))
        .withMessageEndingWith("gone.stl: there is no such file");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> files.fingerprint(directory, Progress.SILENT))
        .withMessageEndingWith(": this is a directory, not a file");
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsRefused() throws Exception {
    Path file = Files.write(directory.resolve("growing.bin"), new byte[2_000_000]);

    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> files.open(file, whenReading(() -> append(file))))
        .withMessageContaining("found one that changed");
  }

  @Test
  void aFileThatIsReplacedWhileItIsReadIsRefused() throws Exception {
    Path file = Files.write(directory.resolve("replaced.bin"), new byte[2_000_000]);
    Path other = Files.write(directory.resolve("other.bin"), new byte[2_000_000]);
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(
            () ->
                files.fingerprint(
                    file,
                    whenReading(
                        () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING))))
        .withMessageContaining("changed while it was read");
  }

  @Test
  void workStopsWhenTheProgressSaysSo() throws Exception {
    Path file = Files.write(directory.resolve("long.bin"), new byte[2_000_000]);

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> files.open(file, (done, total) -> done < 1_000_000));
  }

  private static void append(Path file) throws IOException {
    Files.write(file, new byte[10], StandardOpenOption.APPEND);
  }

  /// Does something once, in the middle of reading.
  private static Progress whenReading(Disturbance disturbance) {
    boolean[] done = new boolean[1];
    return (at, total) -> {
      if (!done[0] && at > 0) {
        done[0] = true;
        try {
          disturbance.happen();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return true;
    };
  }

  private interface Disturbance {
    void happen() throws IOException;
  }
}
