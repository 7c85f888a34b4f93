package touchmark.app.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.toolpath.Feature;
import touchmark.ledger.Progress;

/// Published files of real slicers, against what their own comments and other programs say.
class PublishedGcodeTest {
  private static final Pattern MOVE =
      Pattern.compile("^\\s*G0*[0-3](?:\\s[^;]*?)?[XYZEIJ]\\s?[-+.\\d].*");

  private static Path data(String name) {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared test data is not here, so " + name + " was not read");
    }
    return file;
  }

  private static InputStream stream(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static Read read(String name) throws IOException, FormatException {
    Path file = data(name);
    try (InputStream in = stream(file)) {
      return new GcodeParser(file, Files.size(file)).parse(in, Progress.SILENT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cura.gcode | Cura_SteamEngine master | 418 | 2738 | 380.645 | 3 | 0
          PrusaSlicer.gcode | PrusaSlicer 2.1.1+win64 | 49 | 3941 | 1833.4 | 22 | 0
          Sample_BrickLayersChallengeSimple_5walls.gcode | PrusaSlicer 2.9.0 | 75 | 802 | 496.91 | 30 | 2
          Simplify3D.gcode | Simplify3D(R) Version 4.1.2 | 49 | 1860 | 4375.5 | 10 | 0
          mini_cube_a.gcode | PrusaSlicer 2.6.0 | 120 | 1926 | 986.61 | 25 | 2
          seam_test_160pct_prusaslicer.gcode.gz | PrusaSlicer 2.5.0 | 767 | 27305 | 13442.05 | 10 | 0
          """)
  void layersTimeAndFilamentAgreeWithTheSlicersComments(
      String name,
      String generator,
      int layers,
      long seconds,
      double filament,
      double priming,
      int thumbnails)
      throws Exception {
    Read read = read("sliced/" + name);
    ProductData.Sliced sliced = (ProductData.Sliced) read.data();

    assertThat(sliced.facts().generator()).contains(generator);
    assertThat(sliced.toolpath().layers()).isEqualTo(layers);
    assertThat(sliced.facts().estimatedTime()).contains(Duration.ofSeconds(seconds));
    assertThat(sliced.facts().filamentMillimetres())
        .isBetween(filament * 0.999, filament * 1.001 + priming);
    assertThat(read.thumbnails()).hasSize(thumbnails);
    assertThat(read.scripts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Cura.gcode",
    "PrusaSlicer.gcode",
    "Simplify3D.gcode",
    "mini_cube_a.gcode",
    "full_m73_layers_0.2mm_PLA_MK3SMMU2S_11m.gcode",
    "orca-bambu-style-sample.gcode",
  })
  void everyMoveOfTheTextIsAMoveOfTheToolpath(String name) throws Exception {
    Path file = data("sliced/" + name);
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    long moves = lines.stream().filter(line -> MOVE.matcher(line).matches()).count();
    long homes = lines.stream().filter(line -> line.matches("G28\\b.*")).count();

    ProductData.Sliced sliced = (ProductData.Sliced) read("sliced/" + name).data();

    assertThat((long) sliced.toolpath().moves()).isEqualTo(moves + homes);
  }

  @Test
  void toolsShareAFileOfTwoFilaments() throws Exception {
    ProductData.Sliced sliced =
        (ProductData.Sliced) read("sliced/full_m73_layers_0.2mm_PLA_MK3SMMU2S_11m.gcode").data();
    assertThat(sliced.toolpath().layers()).isEqualTo(31);
    assertThat(sliced.facts().settings()).containsEntry("filament used [mm]", "400.85, 0, 98.63");
  }

  @Test
  void aJpegThumbnailIsFoundInAFileWithoutMoves() throws Exception {
    Read read = read("sliced/Thumbnail_JPG.gcode");
    assertThat(read.thumbnails()).hasSize(1);
    assertThat(read.thumbnails().getFirst().mediaType()).isEqualTo("image/jpeg");
    assertThat(read.thumbnails().getFirst().width()).isEqualTo(160);
    assertThat(((ProductData.Sliced) read.data()).toolpath().moves()).isZero();
  }

  @Test
  void bambuFeaturesAreNamed() throws Exception {
    ProductData.Sliced sliced =
        (ProductData.Sliced) read("sliced/orca-bambu-style-sample.gcode").data();
    assertThat(sliced.facts().generator()).contains("BambuStudio 01.09.00.60");
    assertThat(sliced.toolpath().feature(1)).isEqualTo(Feature.OUTER_WALL);
    assertThat(sliced.toolpath().layers()).isEqualTo(1);
    assertThat(sliced.toolpath().bounds().orElseThrow().maxX()).isCloseTo(135, within(1e-6));
  }

  @Test
  void aMillingFileOfArcsIsRead() throws Exception {
    ProductData.Sliced sliced = (ProductData.Sliced) read("sliced/g_simple_sign.ncc").data();
    assertThat(sliced.toolpath().moves()).isGreaterThan(8000);
    assertThat(sliced.facts().generator()).contains("CamBam");
  }

  @Test
  void anOverlongLineIsReadAsItsBeginning() throws Exception {
    ProductData.Sliced sliced = (ProductData.Sliced) read("malformed/overlong-line.gcode").data();
    assertThat(sliced.toolpath().moves()).isEqualTo(3);
  }
}
