package touchmark.app.format;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What a sliced file says of itself in its comments.
///
/// @param generator the slicer and its version, as the file has it
/// @param estimatedTime as the slicer estimated
/// @param filamentMillimetres length of filament that the moves push, mm
/// @param settings key and value comments, in the order of the file
public record SliceFacts(
    Optional<String> generator,
    Optional<Duration> estimatedTime,
    double filamentMillimetres,
    Map<String, String> settings) {
  public SliceFacts {
    settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
  }
}
