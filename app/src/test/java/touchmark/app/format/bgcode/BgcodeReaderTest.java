package touchmark.app.format.bgcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

class BgcodeReaderTest {
  private static final String GCODE =
      "M83\n;LAYER_CHANGE\n;TYPE:Perimeter\nG1 Z.2 F600\nG1 X10 Y0 E.5\nG1 X10 Y10 E.5\n";
  private static final byte[] TEXT = GCODE.getBytes(StandardCharsets.UTF_8);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  @TempDir private Path directory;

  private OpenedFile open(byte[] bytes) throws IOException, FormatException {
    return new ProductFiles()
        .open(Files.write(directory.resolve("part.bgcode"), bytes), Progress.SILENT);
  }

  private static ProductData.Sliced sliced(OpenedFile file) {
    return (ProductData.Sliced) file.data();
  }

  private void refuses(byte[] bytes, String place, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(bytes))
        .withMessageStartingWith("part.bgcode, " + place)
        .withMessageContaining(": expected " + expected);
  }

  @Test
  void metadataBecomeFactsAndPicturesAreKept() throws Exception {
    OpenedFile file =
        open(
            new Blocks()
                .text(Blocks.FILE_METADATA, "Producer=PrusaSlicer 2.9.0\n")
                .block(Blocks.THUMBNAIL, 0, PNG.length, PNG, 0, 16, 9)
                .block(Blocks.THUMBNAIL, 0, PNG.length, PNG, 1, 16, 9)
                .text(4, "estimated printing time (normal mode)=1h 2m 3s\n")
                .text(
                    Blocks.SLICER_METADATA,
                    "layer_height=0.2\npost_process=/usr/bin/python evil.py\n")
                .text(Blocks.GCODE, GCODE)
                .bytes());

    assertThat(file.format().name()).isEqualTo(BgcodeReader.NAME);
    assertThat(sliced(file).facts().generator()).contains("PrusaSlicer 2.9.0");
    assertThat(sliced(file).facts().estimatedTime()).contains(Duration.ofSeconds(3723));
    assertThat(sliced(file).facts().settings()).containsEntry("layer_height", "0.2");
    assertThat(sliced(file).toolpath().layers()).isEqualTo(1);
    // the second says that it is a JPEG, and is not
    assertThat(file.thumbnails()).hasSize(1);
    assertThat(file.thumbnails().getFirst().height()).isEqualTo(9);
    assertThat(file.scripts())
        .containsExactly(
            new EmbeddedScript("the metadata", "post_process=/usr/bin/python evil.py"));
  }

  @Test
  void everyPackingGivesTheSameMoves() throws Exception {
    OpenedFile plain = open(new Blocks(0).text(Blocks.GCODE, GCODE).bytes());
    byte[][] packed = {
      TEXT, Blocks.deflated(TEXT), Blocks.shrunk(TEXT, 11), Blocks.shrunk(TEXT, 12)
    };
    for (int packing = 0; packing < packed.length; packing++) {
      byte[] bytes =
          new Blocks().block(Blocks.GCODE, packing, TEXT.length, packed[packing], 0).bytes();
      assertSame(sliced(open(bytes)).toolpath(), sliced(plain).toolpath());
    }
  }

  @Test
  void meatPackIsUnpackedByHand() {
    // packing on, spaces off; "G1X2E.5" with E as a half byte, then packing off and a comment
    int[] packed = {
      0xFF, 0xFF, 251, 0xFF, 0xFF, 247, 0x1D, 0x2E, 0xAB, 0xC5, 0xF1, 'M', 0xFF, 'a', 'b', 0x3F,
      'Y', 0x0C, 0xFF, 0xFF, 250, ';', 0xFF, 'x', '\n'
    };
    byte[] bytes = new byte[packed.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) packed[i];
    }
    assertThat(new String(MeatPack.unpack(bytes), StandardCharsets.ISO_8859_1))
        .isEqualTo("G1X2E.5\n1MabY3\n;\u00FFx\n");
  }

  @Test
  void aBlockWithAWrongChecksumIsRefused() {
    byte[] bytes = new Blocks().text(Blocks.GCODE, GCODE).bytes();
    bytes[30] ^= 1;
    refuses(bytes, "the block at byte 10", "bytes that fit its CRC-32");
  }

  @Test
  void anotherVersionAndAnotherChecksumAreRefused() {
    byte[] bytes = new Blocks().text(Blocks.GCODE, GCODE).bytes();
    bytes[4] = 2;
    refuses(bytes, "byte 4", "version 1");
    bytes[4] = 1;
    bytes[8] = 7;
    refuses(bytes, "byte 8", "no checksums");
  }

  @Test
  void announcedSizesAreBoundedBeforeAnythingIsAllocated() {
    refuses(
        new Blocks().block(Blocks.GCODE, 0, Integer.MAX_VALUE, TEXT, 0).bytes(),
        "the block at byte 10",
        "at most the");
    refuses(
        new Blocks().block(Blocks.GCODE, 1, -1, Blocks.deflated(TEXT), 0).bytes(),
        "the block at byte 10",
        "at most 67108864 bytes");
    refuses(
        new Blocks()
            .block(Blocks.GCODE, 1, 60 << 20, Blocks.deflated(new byte[60 << 20]), 0)
            .bytes(),
        "the block at byte 10",
        "at most 300 bytes for each packed");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aSizeThatIsALieIsRefused(int lie) {
    byte[][] packed = {Blocks.deflated(TEXT), Blocks.shrunk(TEXT, 11), Blocks.shrunk(TEXT, 12)};
    for (int packing = 1; packing <= packed.length; packing++) {
      refuses(
          new Blocks()
              .block(Blocks.GCODE, packing, TEXT.length + lie, packed[packing - 1], 0)
              .bytes(),
          "the block at byte 10",
          (TEXT.length + lie) + " bytes when unpacked");
    }
  }

  @Test
  void unknownKindsPackingsAndEncodingsAreRefused() {
    refuses(new Blocks().text(6, GCODE).bytes(), "the block at byte 10", "a kind of block from 0");
    refuses(
        new Blocks().block(Blocks.GCODE, 4, TEXT.length, TEXT, 0).bytes(),
        "the block at byte 10",
        "packing 0 to 3");
    refuses(
        new Blocks().block(Blocks.GCODE, 0, TEXT.length, TEXT, 3).bytes(),
        "the block at byte 10",
        "G-code encoded as 0 to 2");
    refuses(
        new Blocks().block(Blocks.SLICER_METADATA, 0, 3, new byte[3], 1).bytes(),
        "the block at byte 10",
        "metadata in INI form");
    refuses(
        new Blocks().block(Blocks.GCODE, 1, TEXT.length, TEXT, 0).bytes(),
        "the block at byte 10",
        "deflated bytes");
  }

  @Test
  void gcodeMustBeThereAndComesLast() {
    byte[] nothing = new Blocks().text(Blocks.SLICER_METADATA, "a=b\n").bytes();
    refuses(nothing, "byte " + nothing.length, "a block of G-code");
    refuses(
        new Blocks().text(Blocks.GCODE, GCODE).text(Blocks.SLICER_METADATA, "a=b\n").bytes(),
        "the block at byte " + (10 + 10 + TEXT.length + 4),
        "G-code after G-code");
  }

  @Test
  void whereverItIsCutItIsRefused() {
    byte[] bytes =
        new Blocks()
            .text(Blocks.SLICER_METADATA, "a=b\n")
            .block(Blocks.GCODE, 2, TEXT.length, Blocks.shrunk(TEXT, 11), 0)
            .text(Blocks.GCODE, GCODE)
            .bytes();
    int secondGcode = bytes.length - (10 + TEXT.length + 4);
    for (int length = 4; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length != secondGcode) {
        assertThatExceptionOfType(FormatException.class)
            .as("cut after %d bytes", length)
            .isThrownBy(() -> open(cut));
      }
    }
  }

  @Test
  void thePublishedBinaryFileMakesTheMovesOfItsTextTwin() throws Exception {
    Path data = Path.of(System.getProperty("touchmark.shared", "shared"), "data", "sliced");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("the shared sample data is not on this machine: nothing compared");
    }
    ProductFiles files = new ProductFiles();
    ProductData.Sliced text =
        sliced(files.open(data.resolve("mini_cube_a.gcode"), Progress.SILENT));
    OpenedFile binary = files.open(data.resolve("mini_cube_b.bgcode"), Progress.SILENT);

    assertSame(sliced(binary).toolpath(), text.toolpath());
    assertThat(sliced(binary).facts().heatings()).hasSameSizeAs(text.facts().heatings());
    assertThat(sliced(binary).facts().estimatedTime()).isEqualTo(text.facts().estimatedTime());
    assertThat(binary.thumbnails()).hasSize(2);

    OpenedFile benchy = files.open(data.resolve("benchy2-mk4s.bgcode"), Progress.SILENT);
    assertThat(benchy.thumbnails()).hasSize(5);
    assertThat(sliced(benchy).facts().generator()).contains("PrusaSlicer 2.9.0");
    assertThat(sliced(benchy).facts().settings())
        .containsEntry("filament used [mm]", "5701.97")
        .containsEntry("max_layer_z", "16.65");
    assertThat(sliced(benchy).facts().filamentMillimetres()).isBetween(5701.9, 5702.1);
    assertThat(sliced(benchy).toolpath().layerZ(sliced(benchy).toolpath().layers() - 1))
        .isEqualTo(16.65f);
  }

  private static void assertSame(Toolpath one, Toolpath other) {
    assertThat(one.moves()).isEqualTo(other.moves());
    assertThat(one.layers()).isEqualTo(other.layers());
    for (int move = 0; move < one.moves(); move++) {
      boolean same =
          one.x(move) == other.x(move)
              && one.y(move) == other.y(move)
              && one.z(move) == other.z(move)
              && one.extruded(move) == other.extruded(move)
              && one.speed(move) == other.speed(move)
              && one.fan(move) == other.fan(move)
              && one.tool(move) == other.tool(move)
              && one.feature(move) == other.feature(move);
      assertThat(same).as("move %d, line %d", move, one.line(move)).isTrue();
    }
  }
}
