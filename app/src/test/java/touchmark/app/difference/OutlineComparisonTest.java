package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import touchmark.app.format.gcode.GcodeText;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.sample.BracketGcode;
import touchmark.app.sample.SampleBracket;
import touchmark.ledger.Progress;

/// A model beside what was sliced, honestly or not.
class OutlineComparisonTest {
  private static final SampleBracket BRACKET = new SampleBracket();

  private static Optional<OutlineComparison> compare(Mesh model, String gcode) throws Exception {
    return OutlineComparison.of(model, GcodeText.sliced(gcode).toolpath(), Progress.SILENT);
  }

  private static Mesh moved(Mesh mesh, LengthUnit unit, UnaryOperator<float[]> map) {
    float[] positions = mesh.positions().clone();
    for (int i = 0; i < positions.length; i += 3) {
      float[] to = map.apply(new float[] {positions[i], positions[i + 1], positions[i + 2]});
      System.arraycopy(to, 0, positions, i, 3);
    }
    return new Mesh(positions, mesh.triangles(), unit, mesh.parts());
  }

  @Test
  void whatWasSlicedHonestlyAgreesAtEveryHeight() throws Exception {
    OutlineComparison outline = compare(BRACKET.genuine(), BracketGcode.genuine()).orElseThrow();
    assertThat(outline.agrees()).isTrue();
    assertThat(outline.heights()).isEqualTo(24);
  }

  @Test
  void aVoidSlippedInBetweenModelAndPrintShowsAtItsHeights() throws Exception {
    OutlineComparison outline = compare(BRACKET.genuine(), BracketGcode.tampered()).orElseThrow();
    assertThat(outline.agrees()).isFalse();
    // the cavity reaches from 2 to 8 mm of 42.8
    assertThat(outline.different()).isBetween(2, 5);
    assertThat(outline.worst()).isBetween(2.0, 8.0);
    assertThat(outline.missing()).isGreaterThan(10);
    assertThat(outline.surplus()).isZero();
    assertThat(outline.words()).contains("of 24 heights", "mm2 of the model are missing");
  }

  @Test
  void aVoidThatTheSlicerFilledIsSurplus() throws Exception {
    OutlineComparison outline = compare(BRACKET.tampered(), BracketGcode.genuine()).orElseThrow();
    assertThat(outline.surplus()).isGreaterThan(10);
    assertThat(outline.missing()).isZero();
    assertThat(outline.words()).contains("mm2 are not in the model");
  }

  @Test
  void aModelElsewhereTurnedByAQuarterOrInAnotherUnitAgreesToo() throws Exception {
    Mesh turned =
        moved(
            BRACKET.genuine(),
            LengthUnit.CENTIMETRE,
            at -> new float[] {(100 - at[1]) / 10, (at[0] - 7) / 10, (at[2] + 3) / 10});
    OutlineComparison outline = compare(turned, BracketGcode.genuine()).orElseThrow();
    assertThat(outline.agrees()).as("%s", outline).isTrue();
  }

  @Test
  void aModelUpsideDownIsAnother() throws Exception {
    Mesh turned =
        moved(BRACKET.genuine(), LengthUnit.MILLIMETRE, at -> new float[] {at[0], -at[1], -at[2]});
    assertThat(compare(turned, BracketGcode.genuine()).orElseThrow().agrees()).isFalse();
  }

  @Test
  void aPartLaidOnItsSideIsNotCompared() throws Exception {
    Mesh aside =
        moved(BRACKET.genuine(), LengthUnit.MILLIMETRE, at -> new float[] {at[0], -at[2], at[1]});
    assertThat(compare(aside, BracketGcode.genuine())).isEmpty();
  }

  @Test
  void withoutOuterWallsNothingIsCompared() throws Exception {
    String nameless = BracketGcode.genuine().replace(";TYPE:External perimeter", ";");
    assertThat(compare(BRACKET.genuine(), nameless)).isEmpty();
  }

  @Test
  void aModelWithAHoleInItsSurfaceIsComparedWhereItCloses() throws Exception {
    Mesh whole = BRACKET.genuine();
    int[] facets = Arrays.copyOf(whole.triangles(), whole.triangles().length - 30);
    Mesh open = new Mesh(whole.positions(), facets, LengthUnit.MILLIMETRE, whole.parts());
    OutlineComparison outline = compare(open, BracketGcode.genuine()).orElseThrow();
    assertThat(outline.agrees()).as("%s", outline).isTrue();
    assertThat(outline.heights()).isBetween(5, 23);
  }
}
