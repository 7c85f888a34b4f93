package touchmark.app.format.qif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;
import touchmark.ledger.Progress;

/// Published results, against an XML scan of theirs and what they say of themselves.
class PublishedMeasurementsTest {
  private static final Pattern MEASUREMENT =
      Pattern.compile("'(\\w+)CharacteristicMeasurement': (\\d+)");

  private static Path data(String name) {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared test data is not here, so " + name + " was not read");
    }
    return file;
  }

  private static Inspection inspect(String name) throws Exception {
    return new Inspector()
        .inspect(new ProductFiles().open(data(name), Progress.SILENT), Progress.SILENT);
  }

  private static Measured measured(Inspection inspection) {
    return ((ProductData.Results) inspection.file().data()).measured();
  }

  @Test
  void measurementsAreAsManyAsTheManifestSays() throws Exception {
    List<String[]> rows;
    try (Stream<String> lines = Files.lines(data("MANIFEST.tsv"))) {
      rows =
          lines
              .map(line -> line.split("\t", -1))
              .filter(row -> row[3].equals("control/qif"))
              .toList();
    }
    for (String[] row : rows) {
      Inspection inspection = inspect(row[0]);
      Measured.Results results = (Measured.Results) measured(inspection);
      Matcher version = Pattern.compile("'versionQIF': '([\\d.]+)'").matcher(row[8]);
      assertThat(version.find()).isTrue();
      assertThat(inspection.file().format().name()).isEqualTo("QIF " + version.group(1));
      assertThat(results.products()).as(row[0]).isNotEmpty();
      Matcher stated = MEASUREMENT.matcher(row[8]);
      while (stated.find()) {
        String kind = stated.group(1);
        assertThat(
                results.characteristics().stream()
                    .filter(one -> one.value().isPresent() && one.kind().equals(kind)))
            .as(row[0] + " " + kind)
            .hasSize(Integer.parseInt(stated.group(2)));
      }
    }
    assertThat(rows).hasSize(5);
  }

  @Test
  void sixSheetMetalPartsAreSixRunsAndOneResultContradictsItsLimits() throws Exception {
    Inspection inspection = inspect("control/SheetMetal_QIF_Results_6_samples.QIF");
    Measured.Results results = (Measured.Results) measured(inspection);

    assertThat(results.characteristics().stream().map(Characteristic::run).distinct())
        .containsExactly(
            "SN5802801", "SN5802802", "SN5802803", "SN5802804", "SN5802805", "SN5802806");
    assertThat(results.features()).isEqualTo(21);
    assertThat(inspection.findings().stream().map(Finding::code))
        .containsOnlyOnce("CONTRADICTED_RESULT")
        .contains("OUT_OF_TOLERANCE");
    // 0.000114 mm beyond 0.5 mm: judged after rounding, which Y14.5 does not allow
    assertThat(inspection.findings().getFirst().message())
        .contains("-0.500114 mm was measured where -0.5 to 0.5 is asked for");
  }

  @Test
  void aPlanHasLimitsWithoutValues() throws Exception {
    Measured.Results results =
        (Measured.Results) measured(inspect("control/nist_ctc_01_asme1_ap242.qif"));
    assertThat(results.products()).containsExactly("NIST Test Case 1");
    assertThat(results.characteristics()).hasSize(14);
    Characteristic bore =
        results.characteristics().stream()
            .filter(one -> one.name().equals("Linear Size.1"))
            .findFirst()
            .orElseThrow();
    assertThat(bore.nominal()).hasValue(35);
    assertThat(bore.lower().orElseThrow()).isCloseTo(34.8, within(1e-9));
    assertThat(bore.value()).isEmpty();
  }

  @Test
  void theHeightMapHasTheMeanErrorAndDeviationThatItsTitleStates() throws Exception {
    Measured.HeightMap map = (Measured.HeightMap) measured(inspect("control/heightmap.csv"));
    double[] probed =
        map.heights().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .filter(height -> !Double.isNaN(height))
            .toArray();
    double mean = Arrays.stream(probed).average().orElseThrow();
    double squares = 0;
    for (double height : probed) {
      squares += (height - mean) * (height - mean);
    }
    assertThat(probed).hasSize(30);
    assertThat(mean).isCloseTo(0.071, within(0.0005));
    assertThat(Math.sqrt(squares / probed.length)).isCloseTo(0.045, within(0.001));
  }
}
