package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;

class MeasuredComparisonTest {
  @Test
  void whatPassedAndFailsNowIsToldFirst() {
    Difference difference =
        MeasuredComparison.compare(
            results(bore("a", 10.1, true), bore("b", 10.2, true), bore("c", 9, false)),
            results(bore("a", 10.3, true), bore("b", 10.6, false), bore("c", 10, true)));
    assertThat(difference.lines())
        .containsExactly(
            "Diameter \"b\": 10.2 mm (passed), now 10.6 mm (failed)",
            "Diameter \"c\": 9 mm (failed), now 10 mm (passed)",
            "Diameter \"a\": 10.1 mm (passed), now 10.3 mm (passed)");
    assertThat(difference.same()).isFalse();
  }

  @Test
  void limitsThatChangedAreAChange() {
    Characteristic wide =
        new Characteristic(
            "",
            "a",
            "Diameter",
            OptionalDouble.of(10),
            OptionalDouble.of(9),
            OptionalDouble.of(11),
            false,
            OptionalDouble.of(10.1),
            OptionalDouble.of(0.1),
            Optional.of(true),
            "mm");
    assertThat(MeasuredComparison.compare(results(bore("a", 10.1, true)), results(wide)).lines())
        .containsExactly("Diameter \"a\": asked for 10 in 9.6 to 10.4 mm, now 10 in 9 to 11 mm");
  }

  @Test
  void repeatedMeasurementsAreComparedInTurn() {
    Difference difference =
        MeasuredComparison.compare(
            results(bore("a", 10, true), bore("a", 10.1, true)),
            results(bore("a", 10, true), bore("a", 10.2, true), bore("a", 10.3, true)));
    assertThat(difference.lines())
        .containsExactly(
            "Diameter \"a\", measurement 2: 10.1 mm (passed), now 10.2 mm (passed)",
            "Diameter \"a\", measurement 3 is new");
  }

  @Test
  void theSameResultsInOtherBytesAreTheSame() {
    Difference difference =
        MeasuredComparison.compare(results(bore("a", 10, true)), results(bore("a", 10, true)));
    assertThat(difference.same()).isTrue();
    assertThat(difference.lines()).isEmpty();
  }

  @Test
  void tablesAreComparedCellByCell() {
    assertThat(
            MeasuredComparison.compare(
                    table(List.of(List.of("1", "2"), List.of("3", "4"))),
                    table(List.of(List.of("1.0", "2"), List.of("3", "5"), List.of("6", "7"))))
                .lines())
        .containsExactly("row 2, y: 4, now 5", "1 rows more");
  }

  @Test
  void heightMapsAreComparedPointByPoint() {
    assertThat(
            MeasuredComparison.compare(heights(0.1, Double.NaN), heights(0.3, Double.NaN)).lines())
        .containsExactly("1 points differ, by at most 0.2 mm");
    assertThat(MeasuredComparison.compare(heights(0.1), heights(0.1)).same()).isTrue();
    assertThat(MeasuredComparison.compare(heights(0.1), heights(0.1, 0.2)).lines())
        .containsExactly("the grids of the height maps differ");
    assertThat(MeasuredComparison.compare(heights(0.1), table(List.of())).lines())
        .containsExactly("one holds a height map, the other a table");
  }

  private static Measured heights(Double... row) {
    return new Measured.HeightMap(Optional.empty(), 0, 0, 1, 1, List.of(List.of(row)));
  }

  private static Measured table(List<List<String>> rows) {
    return new Measured.Table(Optional.empty(), List.of("x", "y"), rows);
  }

  private static Measured results(Characteristic... characteristics) {
    return new Measured.Results(List.of("part"), 1, List.of(characteristics));
  }

  private static Characteristic bore(String name, double value, boolean passed) {
    return new Characteristic(
        "",
        name,
        "Diameter",
        OptionalDouble.of(10),
        OptionalDouble.of(9.6),
        OptionalDouble.of(10.4),
        false,
        OptionalDouble.of(value),
        OptionalDouble.of(value - 10),
        Optional.of(passed),
        "mm");
  }
}
