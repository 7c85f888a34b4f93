package touchmark.app.slices;

import java.util.List;

/// Layers from the lowest up, in millimetres.
public record Slices(List<Slice> layers) {
  public Slices {
    layers = List.copyOf(layers);
  }
}
