package touchmark.app.format;

/// A temperature that a sliced file commands.
///
/// @param celsius target, 0 to switch off
/// @param line of the file, counted from 1
public record Heating(Heater heater, double celsius, int line) {
  /// What is heated.
  public enum Heater {
    NOZZLE,
    BED
  }
}
