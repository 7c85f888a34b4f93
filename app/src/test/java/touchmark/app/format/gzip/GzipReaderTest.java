package touchmark.app.format.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class GzipReaderTest {
  private static final String GCODE = "G28\nG1 X1 Y1 E1 F600\nG1 X2 E1\n";

  @TempDir private Path directory;

  static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] packed(String text) throws IOException {
    return packed(text.getBytes(StandardCharsets.UTF_8));
  }

  private OpenedFile open(String name, byte[] bytes) throws IOException, FormatException {
    return new ProductFiles().open(Files.write(directory.resolve(name), bytes), Progress.SILENT);
  }

  private void refuses(byte[] bytes, String place, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open("part.gcode.gz", bytes))
        .withMessageContaining("part.gcode.gz, " + place)
        .withMessageContaining(": expected " + expected);
  }

  @Test
  void packedGcodeIsReadAndKeepsTheFingerprintOfItsOwnBytes() throws Exception {
    OpenedFile file = open("part.gcode.gz", packed(GCODE));

    assertThat(file.format().name()).isEqualTo("G-code, compressed");
    assertThat(((ProductData.Sliced) file.data()).toolpath().moves()).isEqualTo(3);
    assertThat(file.fingerprint())
        .isEqualTo(new ProductFiles().fingerprint(file.path(), Progress.SILENT));
    assertThat(file.size()).isEqualTo(Files.size(file.path()));
  }

  @Test
  void whatIsInsideDecidesAndNotTheName() throws Exception {
    byte[] stl = new Solids().ball(0, 0, 0, 9, 60).binaryStl("x");
    OpenedFile file = open("part.gcode.gz", packed(stl));
    assertThat(file.format().name()).isEqualTo("STL (binary), compressed");
    assertThat(file.data()).isInstanceOf(ProductData.Model.class);
  }

  @Test
  void whatNobodyKnowsStaysUnread() throws Exception {
    OpenedFile file = open("notes.bin.gz", packed(new byte[] {1, 2, 3}));
    assertThat(file.data()).isEqualTo(new ProductData.Unread());
    assertThat(file.format().name()).isEqualTo("unknown (not read yet), compressed");
  }

  @Test
  void aFilePackedTwiceIsNotUnpackedTwice() throws Exception {
    OpenedFile file = open("part.gcode.gz.gz", packed(packed(GCODE)));
    assertThat(file.data()).isEqualTo(new ProductData.Unread());
  }

  @Test
  void severalMembersAndZerosAfterThemAreOneContent() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(packed("G1 X1 E1\n"));
    out.writeBytes(packed("G1 X2 E1\n"));
    out.writeBytes(new byte[100]);
    OpenedFile file = open("part.gcode.gz", out.toByteArray());
    assertThat(((ProductData.Sliced) file.data()).toolpath().moves()).isEqualTo(2);
  }

  @Test
  void everyFieldOfAHeaderIsPassedOver() throws Exception {
    byte[] plain = packed(GCODE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 3);
    out.write(2 | 4 | 8 | 16);
    out.write(plain, 4, 6);
    out.writeBytes(new byte[] {3, 0, 7, 7, 7});
    out.writeBytes("part.gcode\0a comment\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(new byte[] {1, 2});
    out.write(plain, 10, plain.length - 10);
    assertThat(open("part.gz", out.toByteArray()).data()).isInstanceOf(ProductData.Sliced.class);
  }

  @Test
  void bytesThatDoNotFitTheirSumAreRefused() throws Exception {
    byte[] bytes = packed(GCODE);
    bytes[bytes.length - 6] ^= 1;
    refuses(bytes, "byte " + (bytes.length - 8), "bytes that fit the CRC-32");
  }

  @Test
  void aSizeThatIsALieIsRefused() throws Exception {
    byte[] bytes = packed(GCODE);
    bytes[bytes.length - 1] ^= 1;
    refuses(bytes, "byte " + (bytes.length - 4), GCODE.length() + " bytes, as unpacked");
  }

  @Test
  void bytesAfterTheEndAreRefused() throws Exception {
    byte[] bytes = packed(GCODE);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 3);
    more[bytes.length + 2] = 1;
    refuses(more, "byte " + (bytes.length + 2), "zeros up to the end");
    more[bytes.length] = 'x';
    refuses(more, "byte " + more.length, "the rest of a gzip member");
  }

  @Test
  void aBombOfZerosIsRefusedBeforeItIsUnpacked() throws Exception {
    refuses(packed(new byte[8 << 20]), "the packed content", "at most 300 bytes for each packed");
  }

  @Test
  void aFileOfNothingIsRefused() throws Exception {
    refuses(packed(""), "the unpacked content", "at least one byte");
  }

  @Test
  void aDamagedContentIsRefusedWithItsOwnPlace() throws Exception {
    refuses(packed("G1 X1 E1\nG1 X9999999 E1\n"), "line 2", "a move within 1000 m");
  }

  @Test
  void whereverItIsCutItIsRefused() throws Exception {
    byte[] bytes = packed(GCODE.repeat(20));
    for (int length = 3; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(FormatException.class)
          .as("cut after %d bytes", length)
          .isThrownBy(() -> open("part.gcode.gz", cut));
    }
  }

  @Test
  void theUnpackedSizeIsCountedAndNotBelieved() throws Exception {
    // raw deflate of two texts with a trailer that fits both sum and size
    byte[] text = GCODE.repeat(50).getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, true);
    deflater.setInput(text);
    deflater.finish();
    byte[] room = new byte[2 * text.length];
    int count = deflater.deflate(room);
    deflater.end();
    CRC32 sum = new CRC32();
    sum.update(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    out.write(room, 0, count);
    for (long value : new long[] {sum.getValue(), text.length}) {
      for (int shift = 0; shift < 32; shift += 8) {
        out.write((int) (value >>> shift));
      }
    }
    OpenedFile file = open("part.gz", out.toByteArray());
    assertThat(((ProductData.Sliced) file.data()).toolpath().moves()).isEqualTo(150);
  }

  @Test
  void publishedPackedFilesAreReadWhole() throws Exception {
    Path data = Path.of(System.getProperty("touchmark.shared", "shared"), "data");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("the shared sample data is not on this machine: nothing read");
    }
    ProductFiles files = new ProductFiles();
    OpenedFile gcode =
        files.open(data.resolve("sliced/seam_test_160pct_prusaslicer.gcode.gz"), Progress.SILENT);
    assertThat(((ProductData.Sliced) gcode.data()).toolpath().layers()).isEqualTo(767);
    OpenedFile stl =
        files.open(data.resolve("mesh/composite_five_models_530k.stl.gz"), Progress.SILENT);
    assertThat(stl.format().name()).isEqualTo("STL (binary), compressed");
    assertThat(((ProductData.Model) stl.data()).mesh().triangleCount()).isGreaterThan(500_000);
  }
}
