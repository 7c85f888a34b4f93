package touchmark.app.slices;

import java.util.List;

/// One layer.
///
/// @param top height of its upper side, mm
/// @param thickness mm; 0 when the file does not say
/// @param lines in the order in which they are exposed
public record Slice(double top, double thickness, List<SliceLine> lines) {
  public Slice {
    lines = List.copyOf(lines);
  }
}
