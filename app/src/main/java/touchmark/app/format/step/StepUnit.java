package touchmark.app.format.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.mesh.LengthUnit;

/// A unit of length.
///
/// @param name `mm`, or as the file calls it
/// @param millimetres in one of it
record StepUnit(String name, double millimetres) {
  StepUnit {
    if (!(millimetres > 0) || !Double.isFinite(millimetres)) {
      throw new IllegalArgumentException("a unit is longer than nothing: " + millimetres);
    }
  }

  /// A unit of so many millimetres by its usual symbol, if it has one.
  static StepUnit of(String name, double millimetres) {
    return known(millimetres)
        .map(unit -> new StepUnit(unit.symbol(), unit.millimetres()))
        .orElseGet(() -> new StepUnit(name.toLowerCase(Locale.ROOT), millimetres));
  }

  /// The unit of a mesh with these coordinates, if there is such.
  Optional<LengthUnit> known() {
    return known(millimetres);
  }

  private static Optional<LengthUnit> known(double millimetres) {
    return Arrays.stream(LengthUnit.values())
        .filter(unit -> Math.abs(unit.millimetres() - millimetres) <= 1e-9 * millimetres)
        .findFirst();
  }
}
