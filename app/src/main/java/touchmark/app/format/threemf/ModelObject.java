package touchmark.app.format.threemf;

import java.util.List;
import java.util.OptionalInt;

/// An object of a model part: a mesh, or components that place other objects.
final class ModelObject {
  private final String name;
  private final float[] positions;
  private final int[] triangles;
  private final List<Placement> components;
  private final OptionalInt colour;

  /// @param name as the file has it, or its id
  /// @param positions and `triangles` of its mesh, both empty for components; not copied
  /// @param colour 0xRRGGBB of its material where that is a base material
  ModelObject(
      String name,
      float[] positions,
      int[] triangles,
      List<Placement> components,
      OptionalInt colour) {
    this.name = name;
    this.positions = positions;
    this.triangles = triangles;
    this.components = List.copyOf(components);
    this.colour = colour;
  }

  String name() {
    return name;
  }

  float[] positions() {
    return positions;
  }

  int[] triangles() {
    return triangles;
  }

  List<Placement> components() {
    return components;
  }

  OptionalInt colour() {
    return colour;
  }
}
