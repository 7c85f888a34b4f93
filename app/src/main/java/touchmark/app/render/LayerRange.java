package touchmark.app.render;

/// The layers of a toolpath that are drawn, counted from 0, both ends included.
public record LayerRange(int first, int last) {
  public LayerRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("layers run upwards from 0, not " + first + " to " + last);
    }
  }
}
