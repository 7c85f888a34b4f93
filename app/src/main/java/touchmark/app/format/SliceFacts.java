package touchmark.app.format;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sliced file says of itself in its comments, and what it commands besides moves.
///
/// @param generator the slicer and its version, as the file has it
/// @param estimatedTime as the slicer estimated
/// @param filamentMillimetres length of filament that the moves push, mm, all tools together
/// @param settings key and value comments, in the order of the file, the first of each key
/// @param heatings the temperatures commanded, in the order of the file
/// @param program the commands around the printing
/// @param further what else is sliced in the same file, for example other plates: it was searched
///   for scripts, and is not part of the toolpath
public record SliceFacts(
    Optional<String> generator,
    Optional<Duration> estimatedTime,
    double filamentMillimetres,
    Map<String, String> settings,
    List<Heating> heatings,
    Program program,
    List<String> further) {
  public SliceFacts {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    heatings = List.copyOf(heatings);
    further = List.copyOf(further);
  }

  /// With more settings, said elsewhere in the file; the first of each key counts.
  public SliceFacts with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    more.forEach(all::putIfAbsent);
    return new SliceFacts(
        generator, estimatedTime, filamentMillimetres, all, heatings, program, further);
  }

  /// With what else is sliced in the same file.
  public SliceFacts withFurther(List<String> names) {
    return new SliceFacts(
        generator, estimatedTime, filamentMillimetres, settings, heatings, program, names);
  }
}
