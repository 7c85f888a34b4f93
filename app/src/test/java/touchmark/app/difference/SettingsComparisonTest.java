package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

class SettingsComparisonTest {
  @Test
  void changesAreGroupedAndAddedAndRemovedAreToldApart() {
    Settings from = settings(group("print:a", "layer_height", "0.2", "gone", "1"));
    Settings to = settings(group("print:a", "layer_height", "0.3", "new", "2"));
    Difference difference = SettingsComparison.compare(from, to);

    assertThat(difference.same()).isFalse();
    assertThat(difference.changes())
        .containsExactly(
            Change.of(Change.Kind.CHANGED, "layer_height: 0.2, now 0.3").in("print:a"),
            Change.of(Change.Kind.ADDED, "new: now 2").in("print:a"),
            Change.of(Change.Kind.REMOVED, "gone: was 1").in("print:a"));
    assertThat(difference.lines()).startsWith("[print:a] layer_height: 0.2, now 0.3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.2|0.20|true",
        "0.2|0.21|false",
        "210,215|210;215|true",
        "210|210,210|false",
        "\"a b\"|a b|true",
        "G28\\nG1|G28\\\\nG1|true",
        "1e3|1000|false",
        "PLA|pla|false",
        "|0|false",
      })
  void theSameValueMayBeWrittenInSeveralWays(String one, String other, boolean same) {
    String first = one == null ? "" : one.translateEscapes();
    assertThat(SettingValue.same(first, other.translateEscapes())).isEqualTo(same);
  }

  @Test
  void ofLongTextsTheFirstLineThatDiffersIsTold() {
    assertThat(SettingValue.difference("start_gcode", "G28\\nG1 X1\\nM104", "G28\\nM502\\nM104"))
        .isEqualTo("start_gcode, line 2: G1 X1, now M502");
    assertThat(SettingValue.difference("a", "x\ny", "x")).isEqualTo("a, line 2: y, now nothing");
  }

  @Test
  void aProfileIsHeldAgainstWhatWasMadeWithItOnlyWhereBothSpeak() {
    Settings profile = settings(group("print:fine", "layer_height", "0.2", "only_here", "1"));
    Settings made = settings(group("", "layer_height", "0.20", "filament used [mm]", "12"));

    Difference same = SettingsComparison.common(profile, made);
    assertThat(same.same()).isTrue();
    assertThat(same.lines())
        .containsExactly(
            "1 setting is only in the first file, which says nothing",
            "1 setting is only in the second file, which says nothing");

    Difference other =
        SettingsComparison.common(profile, settings(group("", "layer_height", "0.3")));
    assertThat(other.same()).isFalse();
    assertThat(other.lines()).startsWith("layer_height: 0.2, now 0.3");
  }

  @Test
  void aSummaryOfManyChangesCountsThem() {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      many.put("key" + i, "1");
    }
    Difference difference =
        SettingsComparison.compare(
            settings(new SettingsGroup("", many)), settings(group("", "other", "2")));
    assertThat(difference.lines()).hasSize(22).last().isEqualTo("and 81 more");
    assertThat(difference.lines().getFirst())
        .isEqualTo("0 settings differ, 100 are only in the first file, 1 only in the second");
    assertThat(difference.changes()).hasSize(101);
  }

  private static Settings settings(SettingsGroup... groups) {
    return new Settings(Optional.empty(), Optional.empty(), List.of(groups));
  }

  private static SettingsGroup group(String name, String... keysAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new SettingsGroup(name, values);
  }
}
