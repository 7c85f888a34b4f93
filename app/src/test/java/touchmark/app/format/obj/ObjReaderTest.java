package touchmark.app.format.obj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.ledger.Progress;

class ObjReaderTest {
  private static final String CORNERS =
      """
      v 0 0 0
      v 10 0 0
      v 10 10 0
      v 0 10 0
      v 0 0 10
      v 10 0 10
      v 10 10 10
      v 0 10 10
      """;
  private static final String CUBE =
      CORNERS
          + """
          f 4 3 2 1
          f 5 6 7 8
          f 1 2 6 5
          f 2 3 7 6
          f 3 4 8 7
          f 4 1 5 8
          """;

  @TempDir private Path directory;

  @Test
  void aCubeOfSquaresIsClosedAndHasItsVolume() throws Exception {
    MeshFacts facts = facts(CUBE);
    assertThat(facts.triangles()).isEqualTo(12);
    assertThat(facts.openEdges()).isZero();
    assertThat(facts.volume()).isCloseTo(1000, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a comment first\n\n",
        "mtllib ../../secret.mtl\no part\n",
        "vn 0 0 1\nvt 0 0\ns off\ng\n",
        "\uFEFF# made by a program that marks its bytes\n"
      })
  void whatStandsBeforeTheFirstVertexIsPassedOver(String before) throws Exception {
    assertThat(mesh(before + CUBE).triangleCount()).isEqualTo(12);
  }

  @Test
  void negativeNumbersCountBackFromTheNewestVertex() throws Exception {
    String mixed = CUBE.replace("f 5 6 7 8", "f -4/1/2 -3//5 -2/9 8");
    assertThat(facts(mixed).volume()).isCloseTo(1000, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void anyLineEndsAreRead(String lineEnd) throws Exception {
    Mesh mesh = mesh(("o cube\n" + CUBE).replace("\n", lineEnd));
    assertThat(mesh.triangleCount()).isEqualTo(12);
    assertThat(mesh.parts()).extracting(MeshPart::name).containsExactly("cube");
  }

  @Test
  void aTextThatBeginsWithSuchALetterIsNoObj() throws Exception {
    Path note = Files.writeString(directory.resolve("note"), "o say can you see\nf by the light\n");
    OpenedFile file = new ProductFiles().open(note, Progress.SILENT);
    assertThat(file.format().name()).doesNotContain("OBJ");
  }

  @Test
  void objectsAndGroupsWithPolygonsAreParts() throws Exception {
    String text = CORNERS + "o plate\ng empty\ng front\nf 4 3 2 1\ng\nf 5 6 7 8 # on top\n";
    assertThat(mesh(text).parts())
        .extracting(MeshPart::name, MeshPart::triangles)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("front", 2),
            org.assertj.core.groups.Tuple.tuple("part 2", 2));
  }

  @Test
  void aBackslashJoinsLines() throws Exception {
    assertThat(mesh(CORNERS + "f 4 3 \\\n 2 1\n").triangleCount()).isEqualTo(2);
  }

  @Test
  void aPolygonWithANotchKeepsItsArea() throws Exception {
    String notched =
        """
        v 0 0 0
        v 10 0 0
        v 10 10 0
        v 5 1 0
        v 0 10 0
        f 1 2 3 4 5
        """;
    // a fan from the first corner would cover the notch
    assertThat(facts(notched).area()).isEqualTo(55);
  }

  @Test
  void pointsAndCurvesAreNamedAndKeptAsBytes() throws Exception {
    OpenedFile file = open("v 1 2 3\np 1\n");
    assertThat(file.data()).isInstanceOf(ProductData.Unread.class);
    assertThat(file.format().name()).isEqualTo("OBJ without polygons");
  }

  @ParameterizedTest
  @CsvSource({
    "f 0 7 8 5, line 9, one of the 8 vertices so far",
    "f 1 2 9, line 9, one of the 8 vertices so far",
    "f 1 2 -9, line 9, one of the 8 vertices so far",
    "f 1 2, line 9, a polygon of at least 3 corners",
    "f 1 2 x, line 9, a whole number",
    "f 1 2 3.5, line 9, the number of a vertex",
    "f 1 2 99999999999, line 9, a whole number",
    "v 1 2, line 9, three coordinates",
    "v 1 2 nan, line 9, a number",
    "v 1 2 1e99, line 9, a finite coordinate"
  })
  void aLineThatLiesIsNamed(String line, String place, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(CORNERS + line + "\n"))
        .withMessageContaining("part.obj, " + place)
        .withMessageContaining("expected " + expected);
  }

  @Test
  void manyCommentsOrBlanksBeforeAnythingAreNoTrouble() throws Exception {
    assertThat(open("#\n".repeat(40_000)).format().name()).isEqualTo("OBJ without polygons");
    assertThat(open("\n".repeat(80_000)).data()).isInstanceOf(ProductData.Unread.class);
  }

  private MeshFacts facts(String text) throws Exception {
    return new Inspector().inspect(open(text), Progress.SILENT).mesh().orElseThrow();
  }

  private Mesh mesh(String text) throws Exception {
    return ((ProductData.Model) open(text).data()).mesh();
  }

  private OpenedFile open(String text) throws Exception {
    Path file = Files.write(directory.resolve("part.obj"), text.getBytes(StandardCharsets.UTF_8));
    return new ProductFiles().open(file, Progress.SILENT);
  }
}
