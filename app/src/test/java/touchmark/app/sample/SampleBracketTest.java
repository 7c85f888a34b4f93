package touchmark.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Mesh;

class SampleBracketTest {
  private final SampleBracket bracket = new SampleBracket();

  @Test
  void theBracketIsOneClosedShellThatLooksOutward() {
    Mesh mesh = bracket.genuine();

    assertThat(Closedness.badEdges(mesh)).isZero();
    assertThat(Closedness.shells(mesh)).isEqualTo(1);
    assertThat(Closedness.volume(mesh)).isBetween(140_000.0, 160_000.0);
    assertThat(mesh.bounds()).contains(new Box(0, 0, 0, 120, 80, 42.8f));
  }

  @Test
  void itsVolumeIsTheSumOfItsBodies() {
    double plate = 120 * 80 * 10 - polygonCorner(12) * 2 * 10;
    double back = (120 * 32.8 - polygonCorner(16) * 2 - circle(16)) * 10;
    double boss = circle(36) * 8 - circle(22) * 18;
    double screws = 4 * circle(7) * 10;
    double rib = 8 * (3 * 50 + (28 - 3) * (6 + 50) / 2.0);
    assertThat(Closedness.volume(bracket.genuine()))
        .isCloseTo(plate + back + boss - screws + 2 * rib, within(0.5));
  }

  /// What a rounded corner of 16 segments lacks.
  private static double polygonCorner(double radius) {
    return radius * radius - 16 * 0.5 * radius * radius * Math.sin(Math.PI / 32);
  }

  private static double circle(double diameter) {
    return 64 * 0.125 * diameter * diameter * Math.sin(2 * Math.PI / 64);
  }

  @Test
  void theTamperedBracketLacksExactlyTheStatedVolume() {
    Mesh genuine = bracket.genuine();
    Mesh tampered = bracket.tampered();

    assertThat(Closedness.volume(genuine) - Closedness.volume(tampered))
        .isCloseTo(bracket.voidVolume(), within(0.01));
    assertThat(Closedness.badEdges(tampered)).isZero();
    assertThat(Closedness.shells(tampered)).isEqualTo(2);
  }

  @Test
  void theTamperedBracketLooksTheSameFromOutside() {
    Mesh genuine = bracket.genuine();
    Mesh tampered = bracket.tampered();
    assertThat(tampered.bounds()).isEqualTo(genuine.bounds());
    assertThat(Arrays.copyOf(tampered.triangles(), genuine.triangles().length))
        .isEqualTo(genuine.triangles());
    assertThat(Arrays.copyOf(tampered.positions(), genuine.positions().length))
        .isEqualTo(genuine.positions());
  }

  @Test
  void theStrangersSpacerIsClosedToo() {
    Mesh mesh = new SampleSpacer().mesh();
    assertThat(Closedness.badEdges(mesh)).isZero();
    assertThat(Closedness.shells(mesh)).isEqualTo(1);
    assertThat(Closedness.volume(mesh)).isCloseTo((circle(20) - circle(8.4)) * 12, within(0.1));
  }
}
