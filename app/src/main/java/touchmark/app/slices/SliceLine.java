package touchmark.app.slices;

/// A line of a layer. The coordinates are handed out without a copy, for speed: nobody changes
/// them.
///
/// @param part the model that it belongs to, 0 when the file names none
/// @param points x, y of each point in turn, mm; of hatches the two ends of each
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SliceLine(Kind kind, int part, float[] points) {
  /// What a line is.
  public enum Kind {
    OUTER_CONTOUR,
    INNER_CONTOUR,
    OPEN_LINE,
    HATCHES
  }

  public SliceLine {
    if (points.length % 2 != 0) {
      throw new IllegalArgumentException("points come in twos");
    }
  }
}
