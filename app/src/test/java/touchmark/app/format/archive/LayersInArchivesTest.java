package touchmark.app.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.format.layerfile.LayerFiles;
import touchmark.app.mesh.Box;
import touchmark.app.slices.LayerPicture;
import touchmark.app.slices.Slice;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;

class LayersInArchivesTest {
  private static final String CONFIG =
      "layerHeight = 0.05\nnumFast = 2\nnumSlow = 0\ndisplay_width = 4\ndisplay_height = 6\n";

  @TempDir private Path directory;

  private OpenedFile open(String name, byte[] bytes) throws IOException, FormatException {
    return new ProductFiles().open(Files.write(directory.resolve(name), bytes), Progress.SILENT);
  }

  private static Slices slices(OpenedFile file) {
    return ((ProductData.Layered) file.data()).slices();
  }

  /// 8 x 12 pixels with some that are not black.
  private static byte[][] pixels(long seed) {
    byte[][] pixels = new byte[12][8];
    Random random = new Random(seed);
    for (int y = 3; y < 9; y++) {
      for (int x = 2; x < 7; x++) {
        pixels[y][x] = (byte) (1 + random.nextInt(255));
      }
    }
    return pixels;
  }

  @Test
  void layerFilesOfOnePartBecomeCommonLayers() throws Exception {
    OpenedFile file =
        open(
            "part.ilt",
            new Archive()
                .with("section_s1_vk.cli", LayerFiles.square())
                .with("section_s1_vs.cli", LayerFiles.binarySquare(true, false))
                .with("section_param.txt", "; how\r\n[section_s1_vs.cli]\r\nLaserPower = 100 W\r\n")
                .zip());
    assertThat(file.format().name()).isEqualTo("ILT");
    assertThat(slices(file).layers()).hasSize(2);
    assertThat(slices(file).layers().getLast().lines()).hasSize(4);
    assertThat(slices(file).said())
        .containsEntry("section_s1_vs.cli LaserPower", "100 W")
        .containsEntry("section_s1_vk.cli LABEL", "1,part1");
  }

  @Test
  void aDamagedLayerFileIsRefusedWithItsName() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () -> open("part.ilt", new Archive().with("a.cli", "$$HEADERSTART\n$$ASCII\n").zip()))
        .withMessageStartingWith("part.ilt, a.cli, byte 22: expected $$HEADEREND");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void picturesOfEveryFilterAreMeasured(int filter) throws Exception {
    OpenedFile file =
        open(
            "part.sl1",
            new Archive()
                .with("config.ini", CONFIG)
                .with("part00001.png", Pictures.png(pixels(2), filter))
                .with("part00000.png", Pictures.png(pixels(1), filter))
                .with("thumbnail/a.png", "\u0089PNG")
                .zip());
    Slices slices = slices(file);
    assertThat(slices.layers()).extracting(Slice::top).containsExactly(0.05, 0.1);
    assertThat(slices.statedLayers()).hasValue(2);
    LayerPicture picture = slices.layers().getFirst().picture().orElseThrow();
    assertThat(picture.area()).isCloseTo(5 * 6 * 0.25, within(1e-9));
    assertThat(picture.exposed()).contains(new Box(1, 1.5, 0, 3.5, 4.5, 0));
    assertThat(slices.bounds()).contains(new Box(1, 1.5, 0.05, 3.5, 4.5, 0.1));
    assertThat(file.thumbnails()).hasSize(1);
  }

  @Test
  void picturesThatLieAreRefused() {
    byte[] good = Pictures.png(pixels(1), 2);
    refuses(Arrays.copyOf(good, good.length - 13), "a chunk of at most");
    refuses(Arrays.copyOf(good, good.length - 5), "a chunk at byte");
    byte[] changed = good.clone();
    changed[50] ^= 1;
    refuses(changed, "bytes that fit the CRC-32");
    refuses("not a picture".repeat(9).getBytes(StandardCharsets.UTF_8), "a PNG picture");
    refuses(Pictures.png(8, 12, 16, 0, new byte[204]), "8 bits of grey");
    refuses(Pictures.png(8, 12, 8, 2, new byte[300]), "8 bits of grey");
    refuses(Pictures.png(100_000, 100_000, 8, 0, new byte[10]), "at most 200000000 pixels");
    refuses(Pictures.png(8, 12, 8, 0, new byte[9 * 11]), "12 rows");
    refuses(Pictures.png(8, 12, 8, 0, new byte[9 * 13]), "12 rows");
    byte[] filter = new byte[9 * 12];
    filter[9] = 5;
    refuses(Pictures.png(8, 12, 8, 0, filter), "a filter from 0 to 4 in row 1");
  }

  private void refuses(byte[] png, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () ->
                open(
                    "part.sl1",
                    new Archive().with("config.ini", CONFIG).with("part00000.png", png).zip()))
        .withMessageStartingWith("part.sl1, part00000.png: expected " + expected);
  }

  @Test
  void publishedArchivesHaveTheLayersThatTheyState() throws Exception {
    Path data = Path.of(System.getProperty("touchmark.shared", "shared"), "data", "sliced");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("the shared sample data is not on this machine: nothing read");
    }
    OpenedFile pictures = new ProductFiles().open(data.resolve("Shape-Box.sl1"), Progress.SILENT);
    assertThat(slices(pictures).layers()).hasSize(620);
    assertThat(slices(pictures).statedLayers()).hasValue(620);
    Box box = slices(pictures).bounds().orElseThrow();
    assertThat(box.maxZ()).isCloseTo(31, within(1e-6));
    // the file states 17.15 ml of resin
    double volume =
        slices(pictures).layers().stream()
            .mapToDouble(layer -> layer.picture().orElseThrow().area() * layer.thickness())
            .sum();
    assertThat(volume / 1000).isCloseTo(17.146979, within(0.15));

    OpenedFile files = new ProductFiles().open(data.resolve("testcubeEasy.ilt"), Progress.SILENT);
    assertThat(slices(files).layers()).hasSize(10);
    assertThat(slices(files).bounds()).contains(new Box(-5, -5, 0, 5, 5, 0.9));
    assertThat(slices(files).said())
        .containsEntry("modelsection_001_s1_vs.cli LaserSpeed", "825 mm/s");

    OpenedFile sphere = new ProductFiles().open(data.resolve("sphere_sliced.3mf"), Progress.SILENT);
    assertThat(slices(sphere).layers()).hasSize(253);
    Box around = slices(sphere).bounds().orElseThrow();
    assertThat(around.maxZ()).isCloseTo(35.17, within(0.05));
    assertThat(around.minX()).isCloseTo(33.0327, within(0.1));
  }
}
