package touchmark.app.format.assembly;

import java.util.List;
import java.util.OptionalInt;

/// An object: a mesh, or components that place other objects.
public final class ModelObject {
  private final String name;
  private final float[] positions;
  private final int[] triangles;
  private final List<Placement> components;
  private final OptionalInt colour;

  /// @param name as the file has it, or its id
  /// @param positions and `triangles` of its mesh, both empty for components; not copied
  /// @param colour 0xRRGGBB of its material where that is a base material
  public ModelObject(
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

  public String name() {
    return name;
  }

  public float[] positions() {
    return positions;
  }

  public int[] triangles() {
    return triangles;
  }

  public List<Placement> components() {
    return components;
  }

  public OptionalInt colour() {
    return colour;
  }
}
