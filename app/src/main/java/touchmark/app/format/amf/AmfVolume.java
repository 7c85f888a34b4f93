package touchmark.app.format.amf;

import java.util.List;
import java.util.OptionalInt;
import touchmark.app.format.assembly.ModelObject;

/// A volume of an object.
final class AmfVolume {
  private static final int LONGEST_NAME = 200;

  private final String name;
  private final String material;
  private final OptionalInt colour;
  private final float[] positions;
  private final int[] triangles;

  /// @param name empty when it has none
  /// @param material its id, empty for none
  /// @param positions and `triangles`: not copied
  AmfVolume(String name, String material, OptionalInt colour, float[] positions, int[] triangles) {
    this.name = cut(name);
    this.material = material;
    this.colour = colour;
    this.positions = positions;
    this.triangles = triangles;
  }

  /// As an object of its own.
  ///
  /// @param object what it is called when it has no name
  /// @param materials asked for the colour of its material
  /// @param otherwise the colour of the object
  ModelObject object(String object, AmfMaterials materials, OptionalInt otherwise) {
    OptionalInt own = colour.isPresent() ? colour : materials.of(material);
    return new ModelObject(
        name.isEmpty() ? cut(object) : name,
        positions,
        triangles,
        List.of(),
        own.isPresent() ? own : otherwise);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
