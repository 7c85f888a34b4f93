package touchmark.app.measured;

import java.util.Optional;
import java.util.OptionalDouble;

/// One characteristic of a part and what was measured of it.
///
/// @param run which of several measured parts, for example `sample 3`; empty when there is one
/// @param name as the file labels it
/// @param kind in the words of the standard: `Diameter`, `Position`, `PointProfile`
/// @param nominal what the drawing asks for, in `unit`
/// @param lower least value or deviation that is still good, in `unit`, as an absolute limit
/// @param upper largest, the same way
/// @param value measured
/// @param deviation from the nominal, as the file states it, or as it follows from the value
/// @param passed what the file says; empty when it does not say
/// @param unit as the file states it, for example `mm`
public record Characteristic(
    String run,
    String name,
    String kind,
    OptionalDouble nominal,
    OptionalDouble lower,
    OptionalDouble upper,
    OptionalDouble value,
    OptionalDouble deviation,
    Optional<Boolean> passed,
    String unit) {}
