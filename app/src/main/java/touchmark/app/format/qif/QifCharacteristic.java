package touchmark.app.format.qif;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import touchmark.app.measured.Characteristic;

/// Puts together what the document says of one characteristic in several places.
record QifCharacteristic(
    Optional<Draft> measurement,
    Optional<Draft> item,
    Optional<Draft> nominal,
    Optional<Draft> definition) {

  Characteristic characteristic(String run, String linearUnit, String angularUnit) {
    OptionalDouble target = number(nominal, "TargetValue");
    OptionalDouble value = number(measurement, "Value");
    boolean ofForm = number(definition, "ToleranceValue").isPresent();
    return new Characteristic(
        run,
        name(),
        kind(),
        target,
        lower(target),
        upper(target),
        definition
            .flatMap(draft -> draft.text("MaterialCondition"))
            .filter(text -> text.equals("MAXIMUM") || text.equals("LEAST"))
            .isPresent(),
        value,
        deviation(target, value, ofForm),
        passed(),
        unit(linearUnit, angularUnit));
  }

  private String name() {
    return Stream.of(item, nominal, measurement)
        .flatMap(Optional::stream)
        .flatMap(draft -> draft.text("Name").or(() -> draft.text("Designator")).stream())
        .findFirst()
        .orElseGet(
            () ->
                "#"
                    + Stream.of(item, nominal, measurement)
                        .flatMap(Optional::stream)
                        .map(Draft::id)
                        .findFirst()
                        .orElse(""));
  }

  private String kind() {
    return Stream.of(measurement, item, nominal)
        .flatMap(Optional::stream)
        .map(Draft::kind)
        .findFirst()
        .orElse("");
  }

  /// A point's profile deviates to either side of the nominal by half of the zone, unless the
  /// disposition says how much of it lies outside; of all other tolerances of form and place the
  /// value is a width and only has a largest [QIF 3, ProfileCharacteristicDefinition].
  private boolean isSigned() {
    return kind().equals("PointProfile");
  }

  private OptionalDouble upper(OptionalDouble target) {
    OptionalDouble zone = number(definition, "ToleranceValue");
    if (zone.isPresent()) {
      return isSigned() ? OptionalDouble.of(outer(zone.getAsDouble())) : zone;
    }
    return limit(target, "MaxValue");
  }

  private OptionalDouble lower(OptionalDouble target) {
    OptionalDouble zone = number(definition, "ToleranceValue");
    if (zone.isPresent()) {
      return isSigned()
          ? OptionalDouble.of(outer(zone.getAsDouble()) - zone.getAsDouble())
          : OptionalDouble.empty();
    }
    return limit(target, "MinValue");
  }

  private double outer(double zone) {
    return number(definition, "OuterDisposition").orElse(zone / 2);
  }

  /// A limit stands as such, or as a deviation from the target.
  private OptionalDouble limit(OptionalDouble target, String name) {
    OptionalDouble stated = number(definition, name);
    boolean absolute =
        definition.flatMap(draft -> draft.text("DefinedAsLimit")).orElse("false").equals("true");
    if (stated.isEmpty() || absolute) {
      return stated;
    }
    return target.isPresent()
        ? OptionalDouble.of(target.getAsDouble() + stated.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble deviation(
      OptionalDouble target, OptionalDouble value, boolean ofForm) {
    if (value.isEmpty() || ofForm) {
      return value;
    }
    return target.isPresent()
        ? OptionalDouble.of(value.getAsDouble() - target.getAsDouble())
        : OptionalDouble.empty();
  }

  private Optional<Boolean> passed() {
    return measurement
        .flatMap(draft -> draft.text("CharacteristicStatusEnum"))
        .flatMap(
            status ->
                switch (status) {
                  case "PASS" -> Optional.of(true);
                  case "FAIL" -> Optional.of(false);
                  default -> Optional.empty(); // for example BASIC_OR_TED, NOT_MEASURED
                });
  }

  private String unit(String linearUnit, String angularUnit) {
    if (kind().contains("Angle") || kind().contains("Angular")) {
      return angularUnit;
    }
    return Stream.of(measurement, nominal, definition)
        .flatMap(Optional::stream)
        .flatMap(draft -> draft.text("linearUnit").stream())
        .findFirst()
        .orElse(linearUnit);
  }

  private static OptionalDouble number(Optional<Draft> draft, String name) {
    return draft.isPresent() ? draft.get().number(name) : OptionalDouble.empty();
  }
}
