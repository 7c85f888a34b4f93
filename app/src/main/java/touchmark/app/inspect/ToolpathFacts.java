package touchmark.app.inspect;

import java.time.Duration;
import java.util.Optional;
import touchmark.app.mesh.Box;

/// Numbers of a toolpath.
///
/// @param extrusion length of filament pushed, mm
public record ToolpathFacts(
    int layers,
    int moves,
    double extrusion,
    Optional<Duration> estimatedTime,
    Optional<String> generator,
    Optional<Box> bounds) {}
