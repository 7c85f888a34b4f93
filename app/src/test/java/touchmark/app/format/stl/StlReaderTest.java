package touchmark.app.format.stl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspector;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class StlReaderTest {
  private static final Solids CUBE = new Solids().cube(0, 0, 0, 10);

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "solid but binary", "solid facet normal vertex", "C:\\a.stl"})
  void aBinaryFileIsToldByItsSizeWhateverItsHeaderSays(String header) throws Exception {
    OpenedFile file = open("no-suffix", CUBE.binaryStl(header));

    assertThat(file.format().name()).isEqualTo(StlReader.BINARY);
    assertThat(mesh(file).triangleCount()).isEqualTo(12);
    assertThat(mesh(file).vertexCount()).isEqualTo(8);
  }

  @Test
  void asciiAndBinaryGiveTheSameMesh() throws Exception {
    Solids ball = new Solids().ball(1, 2, 3, 7, 20);
    Mesh binary = mesh(open("a.stl", ball.binaryStl("")));
    Mesh ascii = mesh(open("b.stl", text(ball.asciiStl("ball"))));

    assertThat(ascii.positions()).isEqualTo(binary.positions());
    assertThat(ascii.triangles()).isEqualTo(binary.triangles());
  }

  @Test
  void everySolidOfATextIsAPartAndCornersAreSharedAmongThem() throws Exception {
    String two = CUBE.asciiStl("left half") + new Solids().cube(10, 0, 0, 10).asciiStl("right");
    Mesh mesh = mesh(open("two.stl", text(two)));

    assertThat(mesh.parts()).extracting(MeshPart::name).containsExactly("left half", "right");
    assertThat(mesh.parts()).extracting(MeshPart::firstTriangle).containsExactly(0, 12);
    assertThat(mesh.vertexCount()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n\n", "\n\t "})
  void lineEndsCapitalsAndWordsAfterTheEndAreTaken(String lineEnd) throws Exception {
    String text =
        CUBE.asciiStl("x")
            .toUpperCase(Locale.ROOT)
            .replace("ENDLOOP", "ENDLOOP foo")
            .replace("ENDFACET", "endfacet bar ")
            .replace("\n", lineEnd);

    assertThat(mesh(open("odd.stl", text(text))).triangleCount()).isEqualTo(12);
  }

  @Test
  void numbersInEveryNotationAreReadExactly() throws Exception {
    String[] numbers = {
      "1.5",
      "-0.1",
      "+3",
      "1e3",
      "1E-3",
      ".5",
      "5.",
      "1.234567890123456789",
      "3.4028235e38",
      "1.17549435E-38",
      "0.30000001192092896",
      "123456789012345678",
      "-1.4e-45"
    };
    for (String number : numbers) {
      String text =
          "solid\nfacet normal 0 0 1\nouter loop\nvertex "
              + number
              + " 0 0\nvertex 0 7 0\n"
              + "vertex 0 0 8\nendloop\nendfacet\nendsolid\n";
      assertThat(mesh(open("n.stl", text(text))).positions()[0])
          .isEqualTo(Float.parseFloat(number));
    }
  }

  @Test
  void bytesAfterTheLastFacetAreReportedAndNotRead() throws Exception {
    byte[] stl = CUBE.binaryStl("");
    OpenedFile file = open("trailing.stl", Arrays.copyOf(stl, stl.length + 7));

    assertThat(new Inspector().inspect(file, Progress.SILENT).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.TRAILING_BYTES);
              assertThat(finding.message()).isEqualTo("7 bytes follow the last facet");
            });
  }

  @Test
  void countLargerThanFile() {
    byte[] stl = CUBE.binaryStl("");
    buffer(stl).putInt(80, -1);

    refuses("count-larger-than-file.stl", stl)
        .isEqualTo(
            "count-larger-than-file.stl, byte 80: expected a count of at most 12 facets in 684"
                + " bytes, found a count of 4294967295");
  }

  @Test
  void truncated() {
    byte[] stl = CUBE.binaryStl("");

    refuses("truncated.stl", Arrays.copyOf(stl, stl.length - 1)).contains("byte 80");
    refuses("truncated-in-header.stl", Arrays.copyOf(new byte[83], 83)).contains("byte 83");
  }

  @Test
  void nanCoordinates() {
    byte[] stl = CUBE.binaryStl("");
    buffer(stl).putFloat(84 + 50 * 4 + 12, Float.NaN);

    refuses("nan-coordinates.stl", stl)
        .contains("facet 5: expected finite coordinates, found (NaN");
    refuses("infinite.stl", text(CUBE.asciiStl("x").replace("10.0", "1e39")))
        .contains("expected a finite coordinate, found \"1e39\"");
    refuses("nan.stl", text(CUBE.asciiStl("x").replace("10.0", "nan")))
        .contains("line 5: expected a number, found \"nan\"");
  }

  @Test
  void noFacets() {
    refuses("no-facets.stl", new byte[84]).contains("at least one facet");
    refuses("no-facets.stl", text("solid empty\nendsolid empty\n")).contains("at least one facet");
  }

  @Test
  void textThatEndsEarlyOrSaysSomethingElse() {
    String text = CUBE.asciiStl("x");

    refuses("truncated.stl", text(text.substring(0, 200))).contains("line ");
    refuses("no-end.stl", text(text.replace("endsolid x", "")))
        .contains("expected \"endsolid\", found the end of the file");
    refuses("four-corners.stl", text(text.replace("  endloop", "  vertex 1 2 3\n  endloop")))
        .contains("expected \"endloop\", found \"vertex\"");
    refuses("long-word.stl", text("solid x\n" + "f".repeat(300))).contains("255 characters");
    refuses("lie.stl", text("this is no model")).contains("expected \"solid\"");
  }

  private OpenedFile open(String name, byte[] bytes) throws FormatException, IOException {
    return new ProductFiles().open(Files.write(directory.resolve(name), bytes), Progress.SILENT);
  }

  private AbstractStringAssert<?> refuses(String name, byte[] bytes) {
    FormatException[] refusal = new FormatException[1];
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(name, bytes))
        .satisfies(e -> refusal[0] = e);
    return assertThat(refusal[0].getMessage()).startsWith(name);
  }

  private static Mesh mesh(OpenedFile file) {
    return ((ProductData.Model) file.data()).mesh();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
