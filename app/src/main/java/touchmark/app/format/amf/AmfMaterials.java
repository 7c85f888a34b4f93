package touchmark.app.format.amf;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The colours of materials by their ids.
final class AmfMaterials {
  private final Map<String, OptionalInt> colours = new HashMap<>();

  void add(String id, OptionalInt colour) {
    colours.put(id, colour);
  }

  OptionalInt of(String id) {
    return colours.getOrDefault(id, OptionalInt.empty());
  }
}
