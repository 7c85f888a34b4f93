package touchmark.app.format.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.app.format.FormatException;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;

/// Puts the objects of a build together, each in its place. Sizes are added up before anything is
/// copied, so that a few components that multiply each other cannot fill the memory.
public final class Assembly {
  /// Most vertices, and most facets, of a file: more would not fit the memory of a station.
  public static final int MOST = 50_000_000;

  private static final int DEEPEST = 64;
  private static final int MOST_OBJECTS = 1_000_000;

  private final Path file;
  private final Library library;
  private final Map<Placed, Size> sizes = new HashMap<>();
  private final Set<Placed> open = new HashSet<>();
  private final List<MeshPart> parts = new ArrayList<>();
  private float[] positions = new float[0];
  private int[] triangles = new int[0];
  private int vertex;
  private int triangle;

  /// Where placements find their objects.
  @FunctionalInterface
  public interface Library {
    /// The object; empty when there is none of that id.
    Optional<ModelObject> find(Placement placement) throws FormatException, IOException;
  }

  /// @param file for messages
  public Assembly(Path file, Library library) {
    this.file = file;
    this.library = library;
  }

  /// The mesh of everything in the build; without facets when nothing in it has any.
  public Mesh assemble(List<Placement> build, LengthUnit unit) throws FormatException, IOException {
    Size whole = Size.NONE;
    for (Placement item : build) {
      whole = whole.plus(size(item, 0));
      checkSize(whole, item);
    }
    positions = new float[3 * (int) whole.vertices];
    triangles = new int[3 * (int) whole.triangles];
    for (Placement item : build) {
      place(item, Transform.IDENTITY);
    }
    return new Mesh(positions, triangles, unit, parts);
  }

  private Size size(Placement placement, int depth) throws FormatException, IOException {
    Placed placed = new Placed(placement.partKey(), placement.objectId());
    Size known = sizes.get(placed);
    if (known != null) {
      return known;
    }
    if (depth == DEEPEST) {
      throw tooDeep(placement);
    }
    if (!open.add(placed)) {
      throw problem(placement, "components without a circle", "an object that contains itself");
    }
    ModelObject object = object(placement);
    Size size = new Size(object.positions().length / 3, object.triangles().length / 3, 1, 1);
    for (Placement component : object.components()) {
      size = size.plus(size(component, depth + 1).oneDeeper());
      checkSize(size, placement);
    }
    open.remove(placed);
    sizes.put(placed, size);
    return size;
  }

  private FormatException tooDeep(Placement placement) {
    return problem(placement, "components at most " + DEEPEST + " deep", "deeper ones");
  }

  private void checkSize(Size size, Placement placement) throws FormatException {
    if (size.depth > DEEPEST) {
      throw tooDeep(placement);
    }
    if (size.objects > MOST_OBJECTS) {
      throw problem(placement, "at most " + MOST_OBJECTS + " objects in all", "more");
    }
    if (Math.max(size.vertices, size.triangles) > MOST) {
      throw problem(placement, "at most " + MOST + " facets in all", "more");
    }
  }

  private void place(Placement placement, Transform outer) throws FormatException, IOException {
    ModelObject object = object(placement);
    Transform transform = placement.transform().then(outer);
    if (object.triangles().length > 0) {
      copy(object, transform, placement);
    }
    for (Placement component : object.components()) {
      place(component, transform);
    }
  }

  private void copy(ModelObject object, Transform transform, Placement placement)
      throws FormatException {
    float[] from = object.positions();
    for (int i = 0; i < from.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        float value = transform.apply(axis, from[i], from[i + 1], from[i + 2]);
        if (!Float.isFinite(value)) {
          throw problem(placement, "finite coordinates", "a transform that makes others");
        }
        positions[3 * vertex + i + axis] = value;
      }
    }
    boolean mirrored = transform.mirrors();
    int[] facets = object.triangles();
    for (int i = 0; i < facets.length; i += 3) {
      triangles[3 * triangle + i] = vertex + facets[i];
      // A mirrored facet would face inward.
      triangles[3 * triangle + i + 1] = vertex + facets[mirrored ? i + 2 : i + 1];
      triangles[3 * triangle + i + 2] = vertex + facets[mirrored ? i + 1 : i + 2];
    }
    parts.add(new MeshPart(object.name(), triangle, facets.length / 3, object.colour()));
    vertex += from.length / 3;
    triangle += facets.length / 3;
  }

  private ModelObject object(Placement placement) throws FormatException, IOException {
    return library
        .find(placement)
        .orElseThrow(() -> problem(placement, "an object of that id", "none"));
  }

  private FormatException problem(Placement placement, String expected, String found) {
    return new FormatException(file, placement.where(), expected, found);
  }

  private record Placed(String part, String objectId) {}

  private record Size(long vertices, long triangles, long objects, int depth) {
    static final Size NONE = new Size(0, 0, 0, 0);

    Size oneDeeper() {
      return new Size(vertices, triangles, objects, depth + 1);
    }

    Size plus(Size other) {
      return new Size(
          vertices + other.vertices,
          triangles + other.triangles,
          objects + other.objects,
          Math.max(depth, other.depth));
    }
  }
}
