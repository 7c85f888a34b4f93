package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.format.Heating;
import touchmark.app.format.SliceFacts;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.PartBounds;
import touchmark.app.toolpath.Toolpath;

/// Holds a sliced file against its own settings (those of PrusaSlicer, OrcaSlicer and Bambu
/// Studio). What the settings do not state is not judged.
final class OwnLimits {
  /// Above the stated temperature, degrees: start-up and ramming go a little higher.
  private static final double WARMER = 15;

  private static final double TOLERANCE = 0.05;

  private static final Map<Heating.Heater, List<String>> TEMPERATURES =
      Map.of(
          Heating.Heater.NOZZLE,
          List.of(
              "temperature",
              "first_layer_temperature",
              "nozzle_temperature",
              "nozzle_temperature_initial_layer",
              "nozzle_temperature_range_high"),
          Heating.Heater.BED,
          List.of(
              "bed_temperature",
              "first_layer_bed_temperature",
              "hot_plate_temp",
              "hot_plate_temp_initial_layer",
              "textured_plate_temp",
              "textured_plate_temp_initial_layer",
              "cool_plate_temp",
              "cool_plate_temp_initial_layer",
              "eng_plate_temp",
              "eng_plate_temp_initial_layer"));

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,9})?");
  private static final Pattern CORNER =
      Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,6})?)x(-?\\d{1,6}(?:\\.\\d{1,6})?)");

  private final Toolpath path;
  private final SliceFacts facts;

  OwnLimits(Toolpath path, SliceFacts facts) {
    this.path = path;
    this.facts = facts;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    bed().ifPresent(findings::add);
    for (Heating.Heater heater : Heating.Heater.values()) {
      temperature(heater).ifPresent(findings::add);
    }
    speed().ifPresent(findings::add);
    cold().ifPresent(findings::add);
    return findings;
  }

  /// The highest number in the values of some settings; empty when none has one.
  static Optional<Double> highest(Map<String, String> settings, List<String> keys) {
    Optional<Double> highest = Optional.empty();
    for (String key : keys) {
      Matcher number = NUMBER.matcher(settings.getOrDefault(key, ""));
      while (number.find()) {
        double value = Double.parseDouble(number.group());
        highest = Optional.of(Math.max(value, highest.orElse(value)));
      }
    }
    return highest;
  }

  private Optional<Finding> bed() {
    Optional<Box> part = PartBounds.of(path);
    Optional<Box> bed = bedBox();
    if (part.isEmpty() || bed.isEmpty() || contains(bed.get(), part.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCodes.OUTSIDE_BED,
            Severity.CAUTION,
            "the part reaches from "
                + Quantities.place(part.get().minX(), part.get().minY(), part.get().minZ())
                + " to "
                + Quantities.place(part.get().maxX(), part.get().maxY(), part.get().maxZ())
                + ", beyond the build volume of "
                + Quantities.size(bed.get(), LengthUnit.MILLIMETRE)
                + " that the file states",
            Optional.empty()));
  }

  private Optional<Box> bedBox() {
    Map<String, String> settings = facts.settings();
    String shape = settings.getOrDefault("bed_shape", settings.getOrDefault("printable_area", ""));
    double height =
        highest(settings, List.of("max_print_height", "printable_height"))
            .filter(limit -> limit > 0)
            .orElse(1e6);
    Optional<Box> box = Optional.empty();
    for (Matcher corner = CORNER.matcher(shape); corner.find(); ) {
      double x = Double.parseDouble(corner.group(1));
      double y = Double.parseDouble(corner.group(2));
      Box at = new Box(x, y, 0, x, y, height);
      box = Optional.of(box.map(more -> more.union(at)).orElse(at));
    }
    return box;
  }

  private static boolean contains(Box bed, Box part) {
    return part.minX() >= bed.minX() - TOLERANCE
        && part.minY() >= bed.minY() - TOLERANCE
        && part.maxX() <= bed.maxX() + TOLERANCE
        && part.maxY() <= bed.maxY() + TOLERANCE
        && part.maxZ() <= bed.maxZ() + TOLERANCE;
  }

  private Optional<Finding> temperature(Heating.Heater heater) {
    double stated =
        highest(facts.settings(), TEMPERATURES.getOrDefault(heater, List.of())).orElse(0.0);
    if (stated <= 0) {
      return Optional.empty();
    }
    Optional<Heating> hottest = Optional.empty();
    for (Heating heating : facts.heatings()) {
      if (heating.heater() == heater
          && heating.celsius() > hottest.map(Heating::celsius).orElse(stated + WARMER)) {
        hottest = Optional.of(heating);
      }
    }
    return hottest.map(
        heating ->
            new Finding(
                FindingCodes.TEMPERATURE,
                Severity.CAUTION,
                "line "
                    + heating.line()
                    + " heats the "
                    + switch (heater) {
                      case NOZZLE -> "nozzle";
                      case BED -> "bed";
                    }
                    + " to "
                    + Quantities.number(heating.celsius())
                    + " °C, the file's settings state at most "
                    + Quantities.number(stated)
                    + " °C",
                Optional.empty()));
  }

  private Optional<Finding> speed() {
    double limit =
        highest(facts.settings(), List.of("machine_max_feedrate_x", "machine_max_feedrate_y"))
            .orElse(0.0);
    if (limit <= 0) {
      return Optional.empty();
    }
    int fastest = -1;
    double most = limit * (1 + TOLERANCE);
    for (int move = 0; move < path.moves(); move++) {
      if (path.speed(move) > most && path.feature(move) != Feature.TRAVEL) {
        most = path.speed(move);
        fastest = move;
      }
    }
    if (fastest < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCodes.SPEED,
            Severity.CAUTION,
            "line "
                + path.line(fastest)
                + " prints at "
                + Quantities.number(most)
                + " mm/s, the file's settings allow the machine "
                + Quantities.number(limit)
                + " mm/s",
            Optional.empty()));
  }

  /// Printing between a nozzle's switching off and its next heating.
  private Optional<Finding> cold() {
    List<Heating> nozzle =
        facts.heatings().stream()
            .filter(heating -> heating.heater() == Heating.Heater.NOZZLE)
            .toList();
    int next = 0;
    double target = 1;
    int moves = 0;
    int firstLine = 0;
    for (int move = 0; move < path.moves() && !nozzle.isEmpty(); move++) {
      while (next < nozzle.size() && nozzle.get(next).line() < path.line(move)) {
        target = nozzle.get(next).celsius();
        next++;
      }
      if (target == 0 && path.feature(move) != Feature.TRAVEL) {
        firstLine = moves == 0 ? path.line(move) : firstLine;
        moves++;
      }
    }
    if (moves == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCodes.COLD_EXTRUSION,
            Severity.CAUTION,
            Quantities.count(moves, "move prints", "moves print")
                + " after the nozzle was switched off, from line "
                + firstLine
                + " on",
            Optional.empty()));
  }
}
