package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.inspect.Quantities;

/// Layers as people say them: `layers 3, 106 to 319`, counted from 1.
final class LayerRanges {
  private static final int MOST = 4;

  private final List<int[]> ranges = new ArrayList<>();
  private int count;

  /// Adds the next layer, counted from 0, in rising order.
  void add(int layer) {
    count++;
    if (!ranges.isEmpty() && ranges.getLast()[1] == layer - 1) {
      ranges.getLast()[1] = layer;
    } else {
      ranges.add(new int[] {layer, layer});
    }
  }

  int count() {
    return count;
  }

  /// What became of these layers: `2 layers are missing: layers 3 to 4 of the first file`; empty
  /// without layers.
  ///
  /// @param end what follows the layers
  Optional<String> sentence(String fate, String end) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Quantities.count(count, "layer is", "layers are") + " " + fate + ": " + this + end);
  }

  @Override
  public String toString() {
    List<String> said = new ArrayList<>();
    for (int[] range : ranges.subList(0, Math.min(MOST, ranges.size()))) {
      said.add(
          range[0] == range[1] ? "" + (range[0] + 1) : (range[0] + 1) + " to " + (range[1] + 1));
    }
    String rest = ranges.size() > MOST ? " and others up to " + (ranges.getLast()[1] + 1) : "";
    return (count == 1 ? "layer " : "layers ") + String.join(", ", said) + rest;
  }
}
