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
public record SliceFacts(
    Optional<String> generator,
    Optional<Duration> estimatedTime,
    double filamentMillimetres,
    Map<String, String> settings,
    List<Heating> heatings) {
  public SliceFacts {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    heatings = List.copyOf(heatings);
  }
}
