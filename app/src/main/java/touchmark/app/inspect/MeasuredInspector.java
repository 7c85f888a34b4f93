package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;

/// Inspects measured results against the limits in the same file.
final class MeasuredInspector {
  /// As a part of the width between the limits: some programs judge what they display.
  private static final double ROUNDING = 0.001;

  private MeasuredInspector() {}

  static List<Finding> findings(Measured measured) {
    return switch (measured) {
      case Measured.Results results -> findings(results.characteristics());
      case Measured.Table _, Measured.HeightMap _ -> List.of();
    };
  }

  private static List<Finding> findings(List<Characteristic> characteristics) {
    List<Finding> contradicted = new ArrayList<>();
    List<Finding> outside = new ArrayList<>();
    for (Characteristic one : characteristics) {
      if (one.isContradicted()) {
        contradicted.add(
            finding(
                FindingCodes.CONTRADICTED_RESULT,
                one.excess() > ROUNDING ? Severity.FAIL : Severity.CAUTION,
                called(one) + " is said to have passed, but " + told(one)));
      } else if (one.passed().isPresent()
          ? !one.passed().get()
          : one.isOutside() && !one.widens()) {
        outside.add(
            finding(
                FindingCodes.OUT_OF_TOLERANCE,
                Severity.CAUTION,
                called(one)
                    + (one.passed().isPresent()
                        ? " is said to have failed: "
                        : " is out of tolerance: ")
                    + told(one)));
      }
    }
    contradicted.addAll(outside);
    return contradicted;
  }

  private static String called(Characteristic one) {
    return one.kind() + " \"" + one.name() + "\"" + (one.run().isEmpty() ? "" : " of " + one.run());
  }

  private static String told(Characteristic one) {
    String unit = one.unit().isEmpty() ? "" : " " + one.unit();
    String limits =
        one.lower().isPresent() && one.upper().isPresent()
            ? " where " + exact(one.lower()) + " to " + exact(one.upper()) + " is asked for"
            : one.upper().isPresent()
                ? " where at most " + exact(one.upper()) + " is asked for"
                : one.lower().isPresent()
                    ? " where at least " + exact(one.lower()) + " is asked for"
                    : ", and no limits are stated";
    return one.value().isPresent()
        ? exact(one.value()) + unit + " was measured" + limits
        : "no value is stated";
  }

  private static String exact(OptionalDouble value) {
    return Quantities.exact(value.orElse(Double.NaN));
  }

  private static Finding finding(String code, Severity severity, String message) {
    return new Finding(code, severity, message, Optional.empty());
  }
}
