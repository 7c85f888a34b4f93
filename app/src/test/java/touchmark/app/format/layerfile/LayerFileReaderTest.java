package touchmark.app.format.layerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.mesh.Box;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;

class LayerFileReaderTest {
  @TempDir private Path directory;

  private Slices read(byte[] bytes) throws IOException, FormatException {
    Path file = Files.write(directory.resolve("part.cli"), bytes);
    return ((ProductData.Layered) new ProductFiles().open(file, Progress.SILENT).data()).slices();
  }

  private void refuses(byte[] bytes, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageStartingWith("part.cli, byte ")
        .withMessageContaining(": expected " + expected);
  }

  private static void assertIsSquare(Slices slices) {
    assertThat(slices.layers()).extracting(Slice::top).containsExactly(0.1, 0.2);
    assertThat(slices.bounds()).contains(new Box(0, 0, 0.1, 10, 10, 0.2));
    SliceLine outline = slices.layers().getFirst().lines().getFirst();
    assertThat(outline.kind()).isEqualTo(SliceLine.Kind.OUTER_CONTOUR);
    assertThat(outline.part()).isEqualTo(1);
    assertThat(outline.points()).containsExactly(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
    SliceLine hatches = slices.layers().getLast().lines().getLast();
    assertThat(hatches.kind()).isEqualTo(SliceLine.Kind.HATCHES);
    assertThat(hatches.points()).containsExactly(0, 1, 10, 1, 0, 2, 10, 2);
  }

  @Test
  void aTextBecomesLayersInMillimetres() throws Exception {
    Slices slices = read(LayerFiles.square());
    assertIsSquare(slices);
    assertThat(slices.said()).containsEntry("LABEL", "1,part1").containsEntry("VERSION", "200");
    assertThat(slices.statedLayers()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void everyBinaryFormBecomesTheSameLayers(boolean longs, boolean aligned) throws Exception {
    assertIsSquare(read(LayerFiles.binarySquare(longs, aligned)));
  }

  @Test
  void directionsSayWhatALineIs() throws Exception {
    Slices slices =
        read(
            LayerFiles.ascii(
                "$$LAYER/1 // a layer //\n$$POLYLINE/1,0,1,-1,-1\n$$POLYLINE/1,2,1,1e1,-.5\n"
                    + "$$POWER/100.0\n$$POWER/200.0\n"));
    assertThat(slices.layers().getFirst().lines())
        .extracting(SliceLine::kind)
        .containsExactly(SliceLine.Kind.INNER_CONTOUR, SliceLine.Kind.OPEN_LINE);
    assertThat(slices.said()).containsEntry("POWER", "100.0");
  }

  @Test
  void countsThatAreALieAreRefusedBeforeAnythingIsAllocated() {
    refuses(LayerFiles.ascii("$$LAYER/1\n$$POLYLINE/1,1,2000000000,0,0\n"), "at most ");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$HATCHES/1,-3,0,0\n"), "at most");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$HATCHES/1,1.5,0,0\n"), "a whole number");
    byte[] binary = LayerFiles.binarySquare(true, false);
    int count = LayerFiles.header("BINARY", "").length + 6 + 2 + 8;
    binary[count + 3] = 0x7F;
    refuses(binary, "at most");
  }

  @Test
  void nonsenseIsRefusedWithItsPlace() {
    refuses(LayerFiles.ascii("$$POLYLINE/1,1,1,0,0\n"), "a layer before its lines");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$POLYLINE/1,3,1,0,0\n"), "a direction from 0 to 2");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$POLYLINE/1,1,1,0,x\n"), "a number");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$POLYLINE/1,1,1,0,1e99\n"), "a place within 1000 m");
    refuses(LayerFiles.ascii("$$LAYER/1\n$$POLYLINE/-1,1,1,0,1\n"), "a number of a part");
    refuses(LayerFiles.ascii("$$LAYER/1\nnonsense\n"), "a command that begins with $$");
    refuses(LayerFiles.ascii("$$LAYER/1\n//never closed"), "the end of a comment");
    refuses(LayerFiles.ascii("$$LAYER/" + "1".repeat(99) + "\n"), "a number of at most");
    refuses(LayerFiles.ascii("$$" + "X".repeat(99) + "/1\n"), "a command of at most");
    refuses(LayerFiles.ascii(""), "at least one layer");
    refuses(LayerFiles.join(LayerFiles.square(), new byte[] {'x'}), "nothing after");
    refuses(LayerFiles.header("ASCII", "$$BINARY\n"), "either $$BINARY or $$ASCII");
    refuses(
        "$$HEADERSTART\n$$ASCII\n$$UNITS/0\n$$HEADEREND".getBytes(StandardCharsets.UTF_8),
        "a unit in mm");
    refuses("$$HEADERSTART\n$$ASCII\n".getBytes(StandardCharsets.UTF_8), "$$HEADEREND within");
    byte[] binary = LayerFiles.binarySquare(false, false);
    binary[LayerFiles.header("BINARY", "").length] = 1;
    refuses(binary, "a command from 127 to 132");
  }

  @Test
  void whereverABinaryFileIsCutItIsReadOrRefused() {
    byte[] bytes = LayerFiles.binarySquare(true, false);
    int refused = 0;
    for (int length = 20; length < bytes.length; length++) {
      try {
        read(Arrays.copyOf(bytes, length));
      } catch (FormatException e) {
        refused++;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    // between two commands nothing shows that more should follow
    assertThat(refused).isBetween(bytes.length - 30, bytes.length - 21);
  }

  @ParameterizedTest
  @CsvSource({
    "frustrum_ASCII.cli, 100, 100, 100, 0.1, 10.0",
    "Box_support_solid_ascii_with_params.cli, 1012, 910, 0, 3.03, 30.3",
    "s_Cylinder_ex.cli, 8, 233, 0, 0, 1.05",
  })
  void publishedFilesHaveTheLayersThatTheirHeadersState(
      String name, int layers, int outlines, int hatches, double bottom, double top)
      throws Exception {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", "sliced", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared sample data is not on this machine: " + name + " is not read");
    }
    Inspection inspection =
        new Inspector().inspect(new ProductFiles().open(file, Progress.SILENT), Progress.SILENT);
    Slices slices = ((ProductData.Layered) inspection.file().data()).slices();
    assertThat(slices.layers()).hasSize(layers);
    assertThat(slices.statedLayers()).hasValue(layers);
    long hatched =
        slices.layers().stream()
            .flatMap(layer -> layer.lines().stream())
            .filter(line -> line.kind() == SliceLine.Kind.HATCHES)
            .count();
    long all = slices.layers().stream().mapToLong(layer -> layer.lines().size()).sum();
    assertThat(hatched).isEqualTo(hatches);
    assertThat(all - hatched).isEqualTo(outlines);
    Box box = slices.bounds().orElseThrow();
    assertThat(box.minZ()).isCloseTo(bottom, within(1e-6));
    assertThat(box.maxZ()).isCloseTo(top, within(1e-6));
    Box stated = slices.statedBox().orElseThrow();
    assertThat(box.minX()).isCloseTo(stated.minX(), within(0.05));
    assertThat(box.maxY()).isCloseTo(stated.maxY(), within(0.05));
    assertThat(inspection.findings()).isEmpty();
  }
}
