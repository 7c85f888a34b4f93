package touchmark.app.measured;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// One characteristic of a part and what was measured of it.
///
/// @param run which of several measured parts, for example its serial number; empty when there is
///   one, or when it is only planned
/// @param name as the file labels it
/// @param kind in the words of the standard: `Diameter`, `Position`, `PointProfile`
/// @param nominal what the drawing asks for, in `unit`
/// @param lower least value that is still good, in `unit`
/// @param upper largest, the same way
/// @param widens whether the limits grow with the size of the feature, so that a value beyond them
///   may still be good (maximum or least material condition) [ASME Y14.5]
/// @param value measured
/// @param deviation from the nominal, as it follows from the value; of a tolerance of form or place
///   the value itself
/// @param passed what the file says; empty when it does not say
/// @param unit as the file states it, for example `mm`; may be empty
public record Characteristic(
    String run,
    String name,
    String kind,
    OptionalDouble nominal,
    OptionalDouble lower,
    OptionalDouble upper,
    boolean widens,
    OptionalDouble value,
    OptionalDouble deviation,
    Optional<Boolean> passed,
    String unit) {
  /// Decimal limits and sums of them are not exact.
  private static final double ROUNDING = 1e-9;

  public Characteristic {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(passed, "passed");
  }

  /// Whether the value lies outside the limits that the file states.
  public boolean isOutside() {
    if (value.isEmpty()) {
      return false;
    }
    double measured = value.getAsDouble();
    return (lower.isPresent() && measured < lower.getAsDouble() - rounding(lower.getAsDouble()))
        || (upper.isPresent() && measured > upper.getAsDouble() + rounding(upper.getAsDouble()));
  }

  /// By how much of the width between its limits the value lies outside them, or of the only limit
  /// where there is one; 0 inside.
  public double excess() {
    if (!isOutside()) {
      return 0;
    }
    double measured = value.orElse(0);
    double beyond = Math.max(lower.orElse(measured) - measured, measured - upper.orElse(measured));
    double width =
        lower.isPresent() && upper.isPresent()
            ? upper.getAsDouble() - lower.getAsDouble()
            : Math.abs(lower.orElse(upper.orElse(0)));
    return width > 0 ? beyond / width : Double.POSITIVE_INFINITY;
  }

  /// Whether the file says that it passed although its value lies outside its limits.
  public boolean isContradicted() {
    return isOutside() && !widens && passed.orElse(false);
  }

  private static double rounding(double limit) {
    return ROUNDING * Math.max(1, Math.abs(limit));
  }
}
