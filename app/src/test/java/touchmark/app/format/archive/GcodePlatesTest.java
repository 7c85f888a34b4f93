package touchmark.app.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.ledger.Progress;

class GcodePlatesTest {
  @TempDir private Path directory;

  private OpenedFile open(byte[] bytes) throws IOException, FormatException {
    return new ProductFiles()
        .open(Files.write(directory.resolve("part.gcode.3mf"), bytes), Progress.SILENT);
  }

  @Test
  void theFirstPlateIsShownAndTheOthersAreNamed() throws Exception {
    OpenedFile file =
        open(
            new Archive()
                .with("3D/3dmodel.model", "<model/>")
                .with("Metadata/plate_10.gcode", "G1 X1 E1\nM500\n")
                .with("Metadata/plate_2.gcode", "; layer_height = 0.3\nG1 X1 E1\nG1 X2 E1\n")
                .with("Metadata/plate_2.png", "\u0089PNG picture")
                .with(
                    "Metadata/project_settings.config",
                    "{\"layer_height\":\"0.2\",\"filament_type\":[\"PLA\",\"PETG\"],\"x\":{}}")
                .zip());

    ProductData.Sliced sliced = (ProductData.Sliced) file.data();
    assertThat(file.format().name()).isEqualTo("3MF with G-code");
    assertThat(sliced.toolpath().moves()).isEqualTo(2);
    assertThat(sliced.facts().further()).containsExactly("Metadata/plate_10.gcode");
    // what the G-code says of itself counts before what the project says
    assertThat(sliced.facts().settings())
        .containsEntry("layer_height", "0.3")
        .containsEntry("filament_type", "PLA,PETG")
        .doesNotContainKey("x");
    assertThat(file.thumbnails()).hasSize(1);
    assertThat(file.scripts())
        .containsExactly(new EmbeddedScript("Metadata/plate_10.gcode, line 2", "M500"));
  }

  @Test
  void damagedSettingsAreRemarkedAndTheCodeIsRead() throws Exception {
    OpenedFile opened =
        open(
            new Archive()
                .with("Metadata/project_settings.config", "no JSON")
                .with("Metadata/plate_1.gcode", "G1 X1 E1\n")
                .zip());

    assertThat(opened.data()).isInstanceOf(ProductData.Sliced.class);
    assertThat(opened.remarks())
        .singleElement()
        .asString()
        .startsWith(
            "its settings cannot be read: part.gcode.3mf, Metadata/project_settings.config, ");
  }

  @Test
  void aDamagedPlateIsRefusedWithItsName() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () -> open(new Archive().with("Metadata/plate_1.gcode", "G1 X1 E1\nG1 X1e\0").zip()))
        .withMessage(
            "part.gcode.3mf, Metadata/plate_1.gcode, line 2: expected text, found a byte 0, which"
                + " only binary files have");
  }

  @Test
  void aPlateThatSaysNothingIsRefused() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(new Archive().with("Metadata/plate_1.gcode", "").zip()))
        .withMessageStartingWith("part.gcode.3mf, Metadata/plate_1.gcode, the whole file");
  }

  @Test
  void publishedPlatesAreRead() throws Exception {
    Path data = Path.of(System.getProperty("touchmark.shared", "shared"), "data");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("the shared sample data is not on this machine: nothing read");
    }
    OpenedFile file =
        new ProductFiles().open(data.resolve("sliced/mini-project.gcode.3mf"), Progress.SILENT);
    ProductData.Sliced sliced = (ProductData.Sliced) file.data();
    assertThat(sliced.toolpath().moves()).isEqualTo(401);
    assertThat(sliced.facts().further()).containsExactly("Metadata/plate_2.gcode");
    assertThat(sliced.facts().settings()).containsEntry("printable_height", "256");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () ->
                new ProductFiles()
                    .open(data.resolve("malformed/adv-truncated.gcode.3mf"), Progress.SILENT))
        .withMessageContaining("expected the directory at the end of a ZIP archive");
  }
}
