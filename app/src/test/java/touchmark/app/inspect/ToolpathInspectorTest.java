package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchmark.app.format.gcode.GcodeText;
import touchmark.app.sample.BracketGcode;

class ToolpathInspectorTest {
  private static List<Finding> findings(String text) throws Exception {
    return new ToolpathInspector(GcodeText.sliced(text)).findings();
  }

  /// Ten layers of 0.2 mm.
  private static String tower() {
    StringBuilder text = new StringBuilder("M83\nM104 S210\n");
    for (int layer = 1; layer <= 10; layer++) {
      text.append(";LAYER_CHANGE\nG1 Z").append(layer * 2 / 10.0).append(" F600\n");
      text.append(";TYPE:Perimeter\nG1 X10 E1 ;").append(layer).append("\nG1 X20 E1\n");
    }
    return text.append("M104 S0\n").toString();
  }

  @Test
  void aSoundFileHasItsNumbersAndNoFindings() throws Exception {
    ToolpathInspector inspector = new ToolpathInspector(GcodeText.sliced(BracketGcode.genuine()));
    assertThat(inspector.findings()).isEmpty();
    assertThat(inspector.facts().layers()).isEqualTo(214);
    assertThat(inspector.facts().extrusion()).isGreaterThan(1000);
    assertThat(findings(tower())).isEmpty();
  }

  @Test
  void aRemovedLayerIsMissed() throws Exception {
    String text = tower().replaceAll(";LAYER_CHANGE\nG1 Z1\\.0[^L]*X20 E1\n", "");

    assertThat(findings(text))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.MISSING_LAYERS);
              assertThat(finding.message())
                  .isEqualTo(
                      "layer 4 is printed at 0.80 mm and the next at 1.2 mm:"
                          + " about 1 layer is missing");
              assertThat(finding.place().orElseThrow().layer()).isEqualTo(OptionalInt.of(4));
            });
  }

  @Test
  void aLayerPrintedTwiceAtOneHeightIsFound() throws Exception {
    assertThat(findings(tower().replace("G1 Z1.0 ", "G1 Z0.8 ")))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.MISSING_LAYERS, FindingCodes.REPEATED_LAYERS);
  }

  @Test
  void lostFirstLayersAreMissedWhereTheSettingsTellTheirHeight() throws Exception {
    String text = tower().replaceAll(";LAYER_CHANGE\nG1 Z0\\.2[^L]*X20 E1\n", "");
    assertThat(findings(text)).isEmpty();
    assertThat(findings(text + "; first_layer_height = 0.2\n"))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.MISSING_LAYERS);
  }

  @Test
  void objectsPrintedOneAfterTheOtherAreNoFinding() throws Exception {
    assertThat(findings(tower().replace("M104 S0", "") + tower())).isEmpty();
  }

  @Test
  void heatAndSpeedBeyondTheFilesOwnSettingsAreFound() throws Exception {
    String text =
        tower()
                .replace("M104 S210\n", "M104 S290\nM190 S60\n")
                .replace("G1 X20 E1", "G1 X20 E1 F60000")
            + "; temperature = 210\n; bed_temperature = 60\n; machine_max_feedrate_x = 200,100\n";
    assertThat(findings(text))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.TEMPERATURE, FindingCodes.SPEED);
    assertThat(findings(text).getFirst().message())
        .isEqualTo(
            "line 2 heats the nozzle to 290.0 °C, the file's settings state at most 210.0 °C");
  }

  @Test
  void aPartBeyondTheBedIsFound() throws Exception {
    String bed = "; bed_shape = 0x0,15x0,15x15,0x15\n; max_print_height = 100\n";
    assertThat(findings(tower() + bed))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.OUTSIDE_BED);
    assertThat(findings(tower() + bed.replace("15", "25"))).isEmpty();
  }

  @Test
  void printingWithTheNozzleSwitchedOffIsFound() throws Exception {
    assertThat(findings(tower() + "G1 X5 E1\nG1 X6 E1\n"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.COLD_EXTRUSION);
              assertThat(finding.message()).startsWith("2 moves print after the nozzle");
            });
  }

  @Test
  void aFileThatPrintsNothingSaysSo() throws Exception {
    assertThat(findings("G1 X1\nG1 X2\n"))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.NO_EXTRUSION);
  }

  @Test
  void manyGapsAreToldInOneSentenceAtTheEnd() throws Exception {
    StringBuilder text = new StringBuilder("M83\n");
    double z = 0;
    for (int layer = 0; layer < 120; layer++) {
      z += layer % 4 == 3 ? 0.6 : 0.2;
      text.append(";LAYER_CHANGE\nG1 Z")
          .append((float) z)
          .append("\nG1 X")
          .append(layer)
          .append(" E1\n");
    }
    List<Finding> findings = findings(text.toString());
    assertThat(findings).hasSize(17);
    assertThat(findings.getLast().message()).isEqualTo("and 14 more gaps between layers");
    assertThat(findings.stream().map(Finding::code).collect(Collectors.toSet()))
        .containsExactly(FindingCodes.MISSING_LAYERS);
  }

  @Test
  void printingAfterTheEndIsFound() throws Exception {
    String ended = tower() + "M84\n";
    assertThat(findings(ended)).isEmpty();
    assertThat(findings(ended + "G1 X5 E1\nG1 X6 E1\n"))
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.AFTER_END);
              assertThat(finding.message()).startsWith("2 moves print after the file was over");
            });
    // of one motor alone, or after a wait, is not the end
    assertThat(findings(tower().replace("M104 S0", "M84 E\nM84 S30") + "G1 X5 E1\n")).isEmpty();
  }

  @Test
  void moreFlowThanTheFilamentAllowsIsFound() throws Exception {
    String fast = "; filament_max_volumetric_speed = 10\nM83\n;TYPE:Perimeter\nG1 X0 Y0 Z0.2\n";
    assertThat(findings(fast + "G1 X10 E0.33 F1500\n")).isEmpty();
    assertThat(findings(fast + "G1 X10 E0.33 F12000\n"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.FLOW);
              assertThat(finding.message())
                  .isEqualTo(
                      "line 5 pushes 15.9 mm³ a second, the file's settings allow 10.0 mm³ a"
                          + " second");
            });
  }
}
