package touchmark.app.inspect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an inspection looks for beyond what every inspection does.
///
/// @param thinnestWall walls thinner than this are told, mm; empty when they are not looked for
/// @param selfIntersections whether to look for facets that pass through others
/// @param buildVolume what the printer holds, where it is known
public record InspectionOptions(
    OptionalDouble thinnestWall, boolean selfIntersections, Optional<BuildVolume> buildVolume) {
  /// What every inspection looks for, and nothing beyond.
  public static final InspectionOptions STANDARD =
      new InspectionOptions(OptionalDouble.empty(), false, Optional.empty());

  public InspectionOptions {
    Objects.requireNonNull(buildVolume, "buildVolume");
    thinnestWall.ifPresent(
        wall -> {
          if (!(wall > 0 && Double.isFinite(wall))) {
            throw new IllegalArgumentException("a wall has a thickness above 0 mm, not " + wall);
          }
        });
  }
}
