package touchmark.app.format.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import touchmark.app.format.CadFacts;
import touchmark.app.format.ProductData;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Published files of real CAD programs, against a text scan of theirs.
class PublishedStepTest {
  private static Path data(String name) {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared test data is not here, so " + name + " was not read");
    }
    return file;
  }

  private static ProductData.Cad read(String name) throws Exception {
    return StepText.read(Files.readAllBytes(data(name)), Optional.empty(), Progress.SILENT);
  }

  @Test
  void everyFileCountsAsTheManifestSays() throws Exception {
    int compared = 0;
    List<String[]> rows;
    try (Stream<String> lines = Files.lines(data("MANIFEST.tsv"))) {
      rows = lines.map(line -> line.split("\t", -1)).toList();
    }
    for (String[] row : rows) {
      if (!row[0].startsWith("cad/")) {
        continue;
      }
      CadFacts facts = read(row[0]).facts();
      assertThat(facts.schema().replaceAll("\\s+", " "))
          .as(row[0])
          .isEqualTo(found(row[8], "schema=(.*?) entities="));
      assertThat(facts.entities()).as(row[0]).isEqualTo(number(row[8], "entities"));
      assertThat(facts.solids())
          .as(row[0])
          .isEqualTo(number(row[8], "solids\\(MANIFOLD_SOLID_BREP\\)"));
      assertThat(facts.faces()).as(row[0]).isEqualTo(number(row[8], "ADVANCED_FACE"));
      assertThat(facts.signatures()).as(row[0]).isEqualTo(number(row[8], "signature_sections"));
      assertThat(facts.products())
          .as(row[0])
          .containsExactlyInAnyOrder(
              Arrays.stream(found(row[8], "products=\\[(.*?)\\]").split(", "))
                  .map(name -> name.replace("'", ""))
                  .toArray(String[]::new));
      assertThat(facts.flaws().dangling()).as(row[0]).isZero();
      assertThat(facts.unit()).as(row[0]).isNotEmpty();
      compared++;
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void theTessellationOfThePlateWithAHoleIsClosedAndInInches() throws Exception {
    Mesh mesh = read("cad/simple_sign.stp").shape().orElseThrow();
    assertThat(mesh.unit()).isEqualTo(LengthUnit.INCH);
    assertThat(mesh.triangleCount()).isEqualTo(172);
    assertThat(mesh.vertexCount()).isEqualTo(88);
    assertThat(mesh.bounds().orElseThrow().sizeZ()).isCloseTo(3, within(1e-6));
    assertThat(mesh.parts())
        .singleElement()
        .satisfies(part -> assertThat(part.name()).isEqualTo("One Hole"));
  }

  @Test
  void anAssemblyIsATree() throws Exception {
    assertThat(read("cad/cube-in.step").facts().assembly())
        .containsExactly(
            new CadFacts.Component(
                "Part", 1, List.of(new CadFacts.Component("Cube", 1, List.of()))));
  }

  @Test
  void arraysBeyondTheirBoundsAreOnlyCounted() throws Exception {
    CadFacts facts = read("malformed/test_array_bounds_FAIL1.p21").facts();
    assertThat(facts.entities()).isEqualTo(2);
    assertThat(facts.products()).isEmpty();
  }

  private static int number(String truth, String key) {
    return Integer.parseInt(found(truth, key + "=(\\d+)"));
  }

  private static String found(String truth, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(truth);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
