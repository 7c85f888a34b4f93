package touchmark.app.format.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.settings.Settings;
import touchmark.ledger.Progress;

/// Published profiles, against what a scan of their text and other programs count.
class PublishedSettingsTest {
  private static Path data(String name) {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared test data is not here, so " + name + " was not read");
    }
    return file;
  }

  private static OpenedFile open(String name) throws Exception {
    return new ProductFiles().open(data(name), Progress.SILENT);
  }

  private static Settings settings(String name) throws Exception {
    return ((ProductData.Configured) open(name).data()).settings();
  }

  private static String truth(String name) throws Exception {
    try (Stream<String> lines = Files.lines(data("MANIFEST.tsv"))) {
      return lines
          .map(line -> line.split("\t", -1))
          .filter(row -> row[0].equals(name))
          .map(row -> row[8])
          .findFirst()
          .orElseThrow();
    }
  }

  private static int number(String truth, String key) {
    Matcher matcher = Pattern.compile(key + "'?[=:] ?(\\d+)").matcher(truth);
    assertThat(matcher.find()).as(key).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @ParameterizedTest
  @CsvSource({
    "config/Voron.ini",
    "config/config_bundle_test.ini",
    "config/default_fff.ini",
    "config/base_0.4_PLA_standard.inst.cfg",
  })
  void sectionsAndKeysAreAsManyAsTheManifestSays(String name) throws Exception {
    Settings settings = settings(name);
    int emptySections =
        (int) Files.readString(data(name)).lines().filter(line -> line.startsWith("[")).count()
            - (int) settings.groups().stream().filter(group -> !group.name().isEmpty()).count();

    assertThat(settings.count()).isEqualTo(number(truth(name), "keys"));
    assertThat(number(truth(name), "sections") - emptySections)
        .isEqualTo(settings.groups().stream().filter(group -> !group.name().isEmpty()).count());
  }

  @ParameterizedTest
  @CsvSource({
    "config/Bambu PLA Basic @base.json, Bambu PLA Basic @base, fdm_filament_pla",
    "config/fdm_filament_common.json, fdm_filament_common,",
    "config/creality_ender3.def.json, Creality Ender-3, creality_base",
  })
  void namesAndAncestorsAreAsTheManifestSays(String name, String called, String inherits)
      throws Exception {
    Settings settings = settings(name);
    assertThat(settings.name()).contains(called);
    assertThat(settings.inherits().orElse(null)).isEqualTo(inherits);
    if (settings.groups().size() == 1) {
      assertThat(settings.count()).isEqualTo(number(truth(name), "top_level_keys"));
    }
  }

  @Test
  void aMaterialHasAsManySettingsAsTheManifestSays() throws Exception {
    String name = "config/generic_pla.xml.fdm_material";
    long settings =
        settings(name).groups().stream()
            .filter(
                group -> group.name().startsWith("settings") || group.name().startsWith("machine"))
            .mapToLong(group -> group.values().size())
            .sum();
    assertThat(settings).isEqualTo(number(truth(name), "setting"));
  }

  @Test
  void settingsInFilesOfEverySlicerAreReachable() throws Exception {
    Set<String> cura =
        open("sliced/Cura.gcode").settings().orElseThrow().groups().stream()
            .map(group -> group.name())
            .collect(Collectors.toSet());
    assertThat(cura).contains("global_quality metadata", "extruder_quality 8 metadata");
    assertThat(open("sliced/mini_cube_a.gcode").settings().orElseThrow().count())
        .isGreaterThan(200);
    assertThat(open("mesh/seam_test_object.3mf").settings().orElseThrow().count())
        .isGreaterThan(200);
  }
}
