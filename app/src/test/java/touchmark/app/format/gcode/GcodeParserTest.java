package touchmark.app.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.Heating;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.mesh.Box;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

class GcodeParserTest {
  @Test
  void aMoveKnowsItsEndSpeedExtrusionAndLine() throws Exception {
    Toolpath path = GcodeText.path("G90\nM83\n\nG1 X10 Y20.5 Z.2 F1200\nG1 X11 E0.5 F600\n");

    assertThat(path.moves()).isEqualTo(2);
    assertThat(path.y(1)).isEqualTo(20.5f);
    assertThat(path.z(1)).isEqualTo(0.2f);
    assertThat(path.extruded(1)).isEqualTo(0.5f);
    assertThat(path.speed(1)).isEqualTo(10f);
    assertThat(path.line(1)).isEqualTo(5);
    assertThat(path.feature(0)).isEqualTo(Feature.TRAVEL);
    assertThat(path.feature(1)).isEqualTo(Feature.OTHER);
  }

  @Test
  void linesMayHaveNumbersChecksumsSmallLettersAndNoBlanks() throws Exception {
    Toolpath path = GcodeText.path("N1 G1X1Y2*33\nn2 g1 x3 y4 ; note\nG01 X5\r\n  G1 X 6\nG1 X7");

    assertThat(path.moves()).isEqualTo(5);
    assertThat(path.x(0)).isEqualTo(1);
    assertThat(path.y(1)).isEqualTo(4);
    assertThat(path.x(2)).isEqualTo(5);
    assertThat(path.x(3)).isEqualTo(6);
    assertThat(path.x(4)).isEqualTo(7);
  }

  @Test
  void aLineOfNothingButLineNumbersIsNoMoveAndNoTrouble() throws Exception {
    assertThat(GcodeText.path("N1".repeat(32_000) + "\nG1 X1\n").moves()).isEqualTo(1);
  }

  @Test
  void aSettingThatGoesOnOverManyLinesIsJoined() throws Exception {
    String text =
        ";Generated with Cura_SteamEngine 5.0\nG1 X1\n" + ";SETTING_3 ab\n".repeat(20_000);
    assertThat(GcodeText.sliced(text).facts().settings().get("SETTING_3")).hasSize(40_000);
  }

  @Test
  void inchesBecomeMillimetres() throws Exception {
    Toolpath path = GcodeText.path("G20\nG1 X1 F60\nG21\nG1 X1");
    assertThat(path.x(0)).isEqualTo(25.4f);
    assertThat(path.speed(0)).isEqualTo(25.4f);
    assertThat(path.x(1)).isEqualTo(1);
  }

  @Test
  void relativeMovesAddUpAndTakeTheExtruderWithThem() throws Exception {
    Toolpath path = GcodeText.path("G1 X5 E5\nG91\nG1 X2 E1\nG1 X2 E-1\nG90\nG1 X1 E6");
    assertThat(path.x(2)).isEqualTo(9);
    assertThat(path.extruded(1)).isEqualTo(1);
    assertThat(path.extruded(2)).isEqualTo(-1);
    assertThat(path.extruded(3)).isEqualTo(1);
  }

  @Test
  void aRenamedPlaceStaysWhereItIs() throws Exception {
    Toolpath path = GcodeText.path("G1 X50 E3\nG92 X0 E0\nG1 X10 E1\nG92.1\nG1 X10");
    assertThat(path.x(1)).isEqualTo(60);
    assertThat(path.extruded(1)).isEqualTo(1);
    assertThat(path.x(2)).isEqualTo(10);
  }

  @Test
  void homingGoesToTheOriginOfTheNamedAxes() throws Exception {
    Toolpath path = GcodeText.path("G1 X50 Y40 Z30\nG28 X Y\nG28");
    assertThat(path.z(1)).isEqualTo(30);
    assertThat(path.x(1)).isZero();
    assertThat(path.z(2)).isZero();
  }

  @Test
  void anArcIsDrawnInChordsThatStayOnItAndShareItsFilament() throws Exception {
    Toolpath path = GcodeText.path("M83\nG1 X10 Y0\nG3 X-10 Y0 I-10 J0 E4\n");

    double pushed = 0;
    for (int move = 1; move < path.moves(); move++) {
      assertThat(Math.hypot(path.x(move), path.y(move))).isCloseTo(10, within(1e-4));
      assertThat(path.y(move)).isGreaterThanOrEqualTo(-1e-4f);
      pushed += path.extruded(move);
    }
    assertThat(path.moves()).isBetween(10, 60);
    assertThat(pushed).isCloseTo(4, within(1e-5));
    assertThat(path.bounds().orElseThrow().maxY()).isCloseTo(10, within(0.02));
  }

  @Test
  void anArcByRadiusTakesTheShortWayUnlessTheRadiusIsNegative() throws Exception {
    Toolpath shortWay = GcodeText.path("M83\nG0 X10 Y0\nG3 X0 Y10 R10 E1");
    Toolpath longWay = GcodeText.path("M83\nG0 X10 Y0\nG3 X0 Y10 R-10 E1");
    Toolpath clockwise = GcodeText.path("M83\nG0 X10 Y0\nG2 X0 Y10 R10 E1");

    assertThat(shortWay.bounds().orElseThrow())
        .satisfies(box -> assertThat(box.maxX()).isCloseTo(10, within(0.05)));
    assertThat(longWay.bounds().orElseThrow().maxX()).isCloseTo(20, within(0.05));
    assertThat(clockwise.bounds().orElseThrow().minX()).isCloseTo(0, within(0.05));
  }

  @Test
  void aFileOfTinyArcCommandsStaysBounded() throws Exception {
    String circles = "G2I9\n".repeat(50_000);
    assertThat(GcodeText.path("G0 X1\n" + circles).moves()).isLessThan(50_000 * 4 + 400_000);
  }

  @Test
  void aMachinesModalLinesMove() throws Exception {
    Toolpath path =
        GcodeText.path("( Made using CamBam )\nG20 G90 G64 G40\nG0 Z1.0\nX1 Y1\nG4 P1\nY2\n");
    assertThat(path.moves()).isEqualTo(3);
    assertThat(path.y(2)).isEqualTo(50.8f);
  }

  @Test
  void layersBeginAtTheSlicersMarks() throws Exception {
    for (String mark :
        List.of(
            ";LAYER_CHANGE",
            "; CHANGE_LAYER",
            ";LAYER:%d",
            "; layer %d, Z = 0.2",
            ";BEGIN_LAYER_OBJECT z=1")) {
      StringBuilder text = new StringBuilder("M83\nG1 X1 Y1 Z5 F600\n");
      for (int layer = 0; layer < 5; layer++) {
        text.append(mark.formatted(layer)).append('\n');
        // lifted, then printed
        text.append("G1 Z9\nG1 Z").append(0.2 * (layer + 1)).append("\nG1 X9 E1\nG1 X1 E1\n");
      }
      Toolpath path = GcodeText.path(text.toString());
      assertThat(path.layers()).as(mark).isEqualTo(5);
      assertThat(path.firstMove(0)).isEqualTo(1);
      assertThat(path.firstMove(5)).isEqualTo(path.moves());
      assertThat(path.layerZ(2)).as(mark).isCloseTo(0.6f, within(1e-6f));
    }
  }

  @Test
  void withoutMarksLayersBeginWhereSomethingIsPrintedAtAnotherHeight() throws Exception {
    Toolpath path =
        GcodeText.path(
            "M83\n"
                + "G1 Z10\n"
                + "G1 Z0.2\n"
                + "G1 X1 E1\n"
                + "G1 Z0.6\n"
                + "G1 X5\n"
                + "G1 Z0.2\n"
                + "G1 X2 E1\n"
                + "G1 Z0.4\n"
                + "G1 X9 E1\n");
    assertThat(path.layers()).isEqualTo(2);
    assertThat(path.layerZ(1)).isEqualTo(0.4f);
  }

  @Test
  void aSpiralIsNoLayerForEachOfItsMoves() throws Exception {
    StringBuilder text = new StringBuilder("M83\nG1 X0 Y0 Z0.2\n");
    for (int i = 0; i < 1000; i++) {
      text.append("G1 X").append(i % 2).append(" Z").append(0.2 + i * 0.001).append(" E0.1\n");
    }
    assertThat(GcodeText.path(text.toString()).layers()).isBetween(8, 11);
  }

  @Test
  void featuresAreNamedInEachSlicersWords() throws Exception {
    assertThat(feature(";TYPE:External perimeter")).isEqualTo(Feature.OUTER_WALL);
    assertThat(feature(";TYPE:WALL-OUTER")).isEqualTo(Feature.OUTER_WALL);
    assertThat(feature("; FEATURE: Inner wall")).isEqualTo(Feature.INNER_WALL);
    assertThat(feature("; feature solid layer")).isEqualTo(Feature.SOLID_INFILL);
    assertThat(feature("; outer perimeter")).isEqualTo(Feature.OUTER_WALL);
    assertThat(feature(";TYPE:Top solid infill")).isEqualTo(Feature.TOP_SURFACE);
    assertThat(feature(";TYPE:Support material interface")).isEqualTo(Feature.SUPPORT);
    assertThat(feature(";TYPE:Something new")).isEqualTo(Feature.OTHER);
    Toolpath slic3r =
        GcodeText.path("M83\nG1 X1 E1 ; skirt\nG1 X2 E1 ; perimeter\nG1 X3 E1 ; intro");
    assertThat(slic3r.feature(0)).isEqualTo(Feature.SKIRT);
    assertThat(slic3r.feature(1)).isEqualTo(Feature.INNER_WALL);
    assertThat(slic3r.feature(2)).isEqualTo(Feature.OTHER);
  }

  private static Feature feature(String comment) throws Exception {
    return GcodeText.path("M83\n" + comment + "\nG1 X1 E1\n").feature(0);
  }

  @Test
  void whatIsPulledBackAndPushedAgainCountsOnce() throws Exception {
    Read read =
        GcodeText.read("M83\nG1 X1 E10\nG1 E-2\nG1 E2\nT1\nG1 X2 E5\nG1 E-5\nT0\nG1 X1 E1\nG1 E-3");
    assertThat(GcodeText.sliced(read).facts().filamentMillimetres()).isCloseTo(16, within(1e-9));
  }

  @Test
  void commentsTellGeneratorTimeAndSettings() throws Exception {
    Read read =
        GcodeText.read(
            """
            ; generated by PrusaSlicer 2.9.0 on 2025-02-10 at 18:03:14 UTC
            M104 S215 ; set temperature
            M190 S60
            G1 X1 E1
            ; filament used [mm] = 496.91
            ; estimated printing time (normal mode) = 1d 2h 3m 4s
            ; layer_height = 0.2
            ; layer_height = 0.3
            """);
    ProductData.Sliced sliced = GcodeText.sliced(read);
    assertThat(sliced.facts().generator()).contains("PrusaSlicer 2.9.0");
    assertThat(sliced.facts().estimatedTime())
        .contains(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
    assertThat(sliced.facts().settings())
        .containsEntry("layer_height", "0.2")
        .containsEntry("filament used [mm]", "496.91");
    assertThat(sliced.facts().heatings())
        .containsExactly(
            new Heating(Heating.Heater.NOZZLE, 215, 2), new Heating(Heating.Heater.BED, 60, 3));
  }

  @Test
  void eachSlicersWayToTellTheTimeIsRead() {
    assertThat(PrintTime.find("TIME:2738")).contains(Duration.ofSeconds(2738));
    assertThat(PrintTime.find("   Build time: 0 hours 31 minutes"))
        .contains(Duration.ofMinutes(31));
    assertThat(PrintTime.find("model printing time: 11m 38s; total estimated time: 17m 11s"))
        .contains(Duration.ofMinutes(17).plusSeconds(11));
    assertThat(PrintTime.find("Estimated Build Time:   18.5 minutes"))
        .contains(Duration.ofMinutes(18).plusSeconds(30));
    assertThat(PrintTime.find("TIME_ELAPSED:12.5")).isEmpty();
    assertThat(PrintTime.find("estimated first layer printing time (normal mode) = 1m")).isEmpty();
  }

  @Test
  void scriptsAndCommandsThatReachFartherThanThePrintAreShown() throws Exception {
    Read read =
        GcodeText.read(
            """
            M500
            M502 ; factory reset
            M206 Z-0.2
            M118 //action:print_start
            M118 hello
            M117 M500 is only a text
            ;@pause
            @OCTOLAPSE TAKE
            RUN_SHELL_COMMAND CMD=backup
            M500
            G1 X1 E1
            ; post_process = /bin/sh /home/me/fix.sh
            """);
    assertThat(read.scripts())
        .extracting(EmbeddedScript::text)
        .containsExactly(
            "M500",
            "M502",
            "M206 Z-0.2",
            "M118 //action:print_start",
            "@pause",
            "@OCTOLAPSE TAKE",
            "RUN_SHELL_COMMAND CMD=backup",
            "post_process = /bin/sh /home/me/fix.sh");
    assertThat(read.scripts().get(1).where()).isEqualTo("line 2");
    assertThat(GcodeCommands.writesSettings("M206 Z-0.2")).isTrue();
    assertThat(GcodeCommands.writesSettings("M118 //action:print_start")).isFalse();
  }

  @Test
  void anEmptyPostProcessSettingIsNoScript() throws Exception {
    assertThat(GcodeText.read("G1 X1\n; post_process = \n; post_process = \"\"\n").scripts())
        .isEmpty();
  }

  @Test
  void boundsAreAroundWhatIsExtrudedOnly() throws Exception {
    Toolpath path = GcodeText.path("M83\nG1 X100 Y100 Z5\nG1 X1 Y1 Z1\nG1 X2 Y3 E1\nG1 X-50");
    assertThat(path.bounds()).contains(new Box(1, 1, 1, 2, 3, 1));
  }

  @Test
  void manyMovesKeepTheirPlaceAcrossChunks() throws Exception {
    StringBuilder text = new StringBuilder("M83\n");
    for (int i = 0; i < 150_000; i++) {
      text.append("G1 X")
          .append(i % 1000)
          .append(".25 E.1 F")
          .append(60 * (i % 7 + 1))
          .append('\n');
      if (i % 50_000 == 0) {
        text.append("\n".repeat(80_000));
      }
    }
    Toolpath path = GcodeText.path(text.toString());
    assertThat(path.moves()).isEqualTo(150_000);
    for (int i = 0; i < 150_000; i += 777) {
      assertThat(path.x(i)).isEqualTo(i % 1000 + 0.25f);
      assertThat(path.speed(i)).isEqualTo(i % 7 + 1);
      assertThat(path.line(i)).isEqualTo(i + 2 + 80_000 * ((i + 49_999) / 50_000));
    }
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> GcodeText.read(""))
        .isInstanceOf(FormatException.class)
        .hasMessage("part.gcode, the whole file: expected G-code, found an empty file");
  }

  @Test
  void binaryDataUnderATextsNameIsRefused() {
    assertThatThrownBy(() -> GcodeText.read("G1 X1\nG1\0X2\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("binary");
  }

  @Test
  void proseUnderAnotherNameIsRefused() {
    assertThatThrownBy(() -> GcodeText.read("To whom it may concern\nwe write a letter\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no command");
  }

  @Test
  void aMoveToTheMoonIsRefused() {
    for (String lie :
        List.of(
            "G1 X1000001",
            "G1 E" + "9".repeat(400),
            "G2 X1 I" + "9".repeat(400),
            "G1 X1 F1" + "0".repeat(20))) {
      assertThatThrownBy(() -> GcodeText.read("G1 X1\n" + lie))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("line 2");
    }
  }

  @Test
  void aLineOfManyMegabytesDoesNotFillTheMemory() throws Exception {
    byte[] long1 = ("G1 X1 E1 ;" + "A".repeat(12_000_000) + "\nG1 X2 E2\n").getBytes();
    Toolpath path = GcodeText.sliced(GcodeText.read(long1)).toolpath();
    assertThat(path.moves()).isEqualTo(2);
    assertThat(path.line(1)).isEqualTo(2);
    String unended = "G1 X1 E1 " + "B".repeat(9_000_000);
    assertThat(GcodeText.path(unended).moves()).isEqualTo(1);
  }

  @Test
  void aDamagedThumbnailIsLeftOutAndTheRestIsRead() throws Exception {
    String png = "iVBORw0KGgoAAAANSUhEUg==";
    Read read =
        GcodeText.read(
            "; thumbnail begin 16x16 24\n; "
                + png
                + "\n; thumbnail end\n"
                + "; thumbnail begin 16x16 8\n; AAAAAAAA\n; thumbnail end\n"
                + "; thumbnail begin 16x16 8\n; iVBOR\n; thumbnail end\n"
                + "; thumbnail begin 16x16 99\n; iVBORw0K\nG1 X1\n");
    assertThat(read.thumbnails()).hasSize(1);
    assertThat(read.thumbnails().getFirst().mediaType()).isEqualTo("image/png");
    assertThat(GcodeText.sliced(read).toolpath().moves()).isEqualTo(1);
  }

  @Test
  void settingsBeyondTheBoundAreNotKept() throws Exception {
    StringBuilder text = new StringBuilder("G1 X1\n");
    for (int i = 0; i < 12_000; i++) {
      text.append("; key").append(i).append(" = 1\n");
    }
    assertThat(GcodeText.sliced(GcodeText.read(text.toString())).facts().settings())
        .hasSize(SliceComments.MOST_SETTINGS);
  }
}
