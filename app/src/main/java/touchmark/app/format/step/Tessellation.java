package touchmark.app.format.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;
import touchmark.ledger.Progress;

/// The triangles that a file itself has [ISO 10303-42:2014 6], each representation in its place.
/// Presented text and symbols are tessellated too; only what a shape representation lists counts.
final class Tessellation {
  private static final int DEEPEST = 64;
  private static final int MOST_PLACED = 1_000_000;
  private static final int MOST_TRIANGLES = 50_000_000;

  /// Most items looked at, over all placements: a few that contain each other twice make many.
  private static final int MOST_ITEMS = 20_000_000;

  private final StepFile file;
  private final Structure structure;
  private final Representations representations;
  private final Progress progress;
  private final VertexWelder welder = new VertexWelder(1 << 10);
  private final TriangleList triangles = new TriangleList(1 << 10);
  private final List<MeshPart> parts = new ArrayList<>();
  private final Map<Long, double[]> coordinates = new HashMap<>();
  private final Map<Integer, FacetList> facets = new HashMap<>();
  private LengthUnit unit = LengthUnit.MILLIMETRE;
  private int placed;
  private int items;

  /// @param progress asked whether to go on
  Tessellation(
      StepFile file, Structure structure, Representations representations, Progress progress) {
    this.file = file;
    this.structure = structure;
    this.representations = representations;
    this.progress = progress;
  }

  /// The mesh of all of it; empty when there is none.
  Optional<Mesh> mesh() throws Cursor.Unfit {
    unit = commonUnit();
    Set<Long> begun = new HashSet<>();
    for (long representation : representations.all().keySet()) {
      List<Long> space = representations.space(representation);
      if (space.stream().noneMatch(representations::isPlaced) && begun.addAll(space)) {
        place(space, Pose.IDENTITY, "", new HashSet<>());
      }
    }
    return triangles.count() == 0
        ? Optional.empty()
        : Optional.of(new Mesh(welder.positions(), triangles.toArray(), unit, parts));
  }

  /// The unit of all tessellated representations, or millimetres where they differ.
  private LengthUnit commonUnit() throws Cursor.Unfit {
    Set<Optional<LengthUnit>> found = new HashSet<>();
    for (Map.Entry<Long, Representations.Representation> one : representations.all().entrySet()) {
      if (one.getValue().items().stream().anyMatch(this::isTessellated)) {
        found.add(representations.unit(one.getKey()).known());
      }
    }
    return found.size() == 1
        ? found.iterator().next().orElse(LengthUnit.MILLIMETRE)
        : LengthUnit.MILLIMETRE;
  }

  private boolean isTessellated(long item) {
    return switch (type(item)) {
      case TRIANGULATED_FACE,
          COMPLEX_TRIANGULATED_FACE,
          TRIANGULATED_SURFACE_SET,
          COMPLEX_TRIANGULATED_SURFACE_SET,
          TESSELLATED_SOLID,
          REPOSITIONED_TESSELLATED_ITEM ->
          true;
      default -> false;
    };
  }

  /// The type of what was kept of an instance; PRODUCT, which has no shape, where nothing was.
  private StepType type(long name) {
    int record = file.names().record(name);
    return record < 0 ? StepType.PRODUCT : file.records().type(record);
  }

  private void place(List<Long> space, Pose pose, String outer, Set<Long> above)
      throws Cursor.Unfit {
    if (above.size() > DEEPEST || !above.addAll(space)) {
      throw new Cursor.Unfit(
          "representations at most " + DEEPEST + " deep, none in itself", "others");
    }
    if (placed++ > MOST_PLACED) {
      throw new Cursor.Unfit("at most " + MOST_PLACED + " placed representations", "more");
    }
    progress.reached(0, 0);
    String name = name(space).orElse(outer);
    for (long representation : space) {
      Representations.Representation own = representations.all().get(representation);
      if (own != null) {
        StepUnit inner = representations.unit(representation);
        for (long item : own.items()) {
          count();
          if (isTessellated(item)) {
            part(item, inner, pose, name);
          }
        }
      }
      for (Representations.Use use : representations.uses(representation)) {
        List<Long> child = representations.space(use.child());
        if (child.stream().anyMatch(above::contains)) {
          throw new Cursor.Unfit("representations that do not contain themselves", "one that does");
        }
        place(child, use.pose().in(pose), name, above);
      }
    }
    above.removeAll(space);
  }

  private void count() throws Cursor.Unfit {
    items++;
    if (items > MOST_ITEMS) {
      throw new Cursor.Unfit("at most " + MOST_ITEMS + " items in all placements", "more");
    }
  }

  private Optional<String> name(List<Long> space) {
    return space.stream()
        .map(representation -> representations.shape(representation).flatMap(structure::ofShape))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void part(long item, StepUnit inner, Pose pose, String product) throws Cursor.Unfit {
    int first = triangles.count();
    item(item, inner, pose, 0);
    if (triangles.count() > first) {
      parts.add(new MeshPart(product, first, triangles.count() - first, OptionalInt.empty()));
    }
  }

  private void item(long item, StepUnit inner, Pose pose, int depth) throws Cursor.Unfit {
    if (depth == DEEPEST) {
      throw new Cursor.Unfit("tessellated items at most " + DEEPEST + " deep", "deeper ones");
    }
    count();
    int record = file.names().record(item);
    if (record < 0) {
      return;
    }
    switch (file.records().type(record)) {
      case TRIANGULATED_FACE -> facets(record, true, false, inner, pose);
      case COMPLEX_TRIANGULATED_FACE -> facets(record, true, true, inner, pose);
      case TRIANGULATED_SURFACE_SET -> facets(record, false, false, inner, pose);
      case COMPLEX_TRIANGULATED_SURFACE_SET -> facets(record, false, true, inner, pose);
      case TESSELLATED_SOLID -> {
        for (StepPart part : file.records().parts(record)) {
          for (long inside : part.references(1)) {
            item(inside, inner, pose, depth + 1);
          }
        }
      }
      case REPOSITIONED_TESSELLATED_ITEM -> repositioned(record, inner, pose, depth);
      default -> {
        // curves, points and symbols have no facets
      }
    }
  }

  private void repositioned(int record, StepUnit inner, Pose pose, int depth) throws Cursor.Unfit {
    Pose own = pose;
    for (StepPart part : file.records().parts(record)) {
      if (part.keyword().equals("REPOSITIONED_TESSELLATED_ITEM")) {
        own = representations.pose(part.reference(0), inner).in(pose);
      }
    }
    for (StepPart part : file.records().parts(record)) {
      if (part.keyword().equals("TESSELLATED_GEOMETRIC_SET")) {
        for (long inside : part.references(0)) {
          item(inside, inner, own, depth + 1);
        }
      }
    }
  }

  private void facets(int record, boolean face, boolean complex, StepUnit inner, Pose pose)
      throws Cursor.Unfit {
    FacetList list = facets.get(record);
    if (list == null) {
      list = FacetList.read(file.records().text(record), face, complex);
      facets.put(record, list);
    }
    double[] points = coordinates(list.coordinates());
    double scale = inner.millimetres() / unit.millimetres();
    int[] corners = list.corners();
    if (triangles.count() + (long) corners.length / 3 > MOST_TRIANGLES) {
      throw new Cursor.Unfit("at most " + MOST_TRIANGLES + " facets in all", "more");
    }
    int[] vertices = new int[3];
    for (int i = 0; i < corners.length; i += 3) {
      for (int k = 0; k < 3; k++) {
        vertices[k] = vertex(points, corners[i + k], scale, pose);
      }
      triangles.add(vertices[0], vertices[1], vertices[2]);
    }
  }

  private int vertex(double[] points, int number, double scale, Pose pose) throws Cursor.Unfit {
    if (number < 1 || number > points.length / 3) {
      throw new Cursor.Unfit("a point from 1 to " + points.length / 3, Integer.toString(number));
    }
    int at = 3 * (number - 1);
    double[] point = {points[at], points[at + 1], points[at + 2]};
    if (pose == Pose.IDENTITY) {
      return welded(point[0] * scale, point[1] * scale, point[2] * scale);
    }
    double back = 1 / unit.millimetres();
    double inMillimetres = scale * unit.millimetres();
    double[] moved =
        pose.apply(
            new double[] {
              point[0] * inMillimetres, point[1] * inMillimetres, point[2] * inMillimetres
            });
    return welded(moved[0] * back, moved[1] * back, moved[2] * back);
  }

  private int welded(double x, double y, double z) throws Cursor.Unfit {
    float shortX = (float) x;
    float shortY = (float) y;
    float shortZ = (float) z;
    if (!Float.isFinite(shortX) || !Float.isFinite(shortY) || !Float.isFinite(shortZ)) {
      throw new Cursor.Unfit("coordinates of usual size", x + ", " + y + ", " + z);
    }
    return welder.add(shortX, shortY, shortZ);
  }

  private double[] coordinates(long name) throws Cursor.Unfit {
    double[] known = coordinates.get(name);
    if (known != null) {
      return known;
    }
    int record = file.names().record(name);
    if (record < 0 || file.records().type(record) != StepType.COORDINATES_LIST) {
      throw new Cursor.Unfit("a COORDINATES_LIST #" + name, "none");
    }
    double[] read = FacetList.points(file.records().text(record));
    coordinates.put(name, read);
    return read;
  }
}
