package touchmark.app.slices;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.mesh.Box;

/// Layers from the lowest up, in millimetres.
///
/// @param layers in the order of the file
/// @param said what the file says of itself and its exposure, in its order
/// @param statedBox of all layers, as the file says
/// @param statedLayers how many there are, as the file says
public record Slices(
    List<Slice> layers,
    Map<String, String> said,
    Optional<Box> statedBox,
    OptionalInt statedLayers) {
  /// Key of what is said where a mesh stands beside the slices: how many facets it has.
  public static final String MESH_BESIDE = "facets of the mesh beside the slices";

  public Slices {
    layers = List.copyOf(layers);
    said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
  }

  /// Layers of a file that says no more.
  public Slices(List<Slice> layers) {
    this(layers, Map.of(), Optional.empty(), OptionalInt.empty());
  }

  /// Box around all that is exposed; empty when nothing is.
  public Optional<Box> bounds() {
    return layers.stream().flatMap(layer -> layer.bounds().stream()).reduce(Box::union);
  }
}
