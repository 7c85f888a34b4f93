package touchmark.app.format.threemf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import touchmark.app.format.FormatException;
import touchmark.app.format.assembly.Placement;
import touchmark.app.format.assembly.Transform;
import touchmark.app.format.xml.Xml;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;

/// The slices of a 3MF whose build has slices throughout [3MF Slice 1.0]: they, and not the meshes
/// beside them, are what is printed.
final class SliceStacks {
  static final String NAMESPACE = "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07";

  private static final int BEGINNING = 16 * 1024;
  private static final int MOST_PARTS = 4_096;
  private static final double FARTHEST = 1e6;

  /// Heights closer than this are one layer, in parts of a mm.
  private static final double PER_MILLIMETRE = 10_000;

  private final Path file;
  private final ZipParts zip;
  private final Map<String, SlicePart> parts = new HashMap<>();

  SliceStacks(Path file, ZipParts zip) {
    this.file = file;
    this.zip = zip;
  }

  /// Empty when something of the build has no slices.
  ///
  /// @param root name of the root model part
  /// @param model as it was parsed
  /// @param facets of the mesh of the whole build
  Optional<Slices> read(String root, ModelPart model, int facets)
      throws FormatException, IOException {
    if (!mentionsSlices(root)) {
      return Optional.empty();
    }
    SlicePart part = part(root);
    TreeMap<Long, Layer> layers = new TreeMap<>();
    double scale = model.unit().millimetres();
    int number = 0;
    for (Placement item : model.build()) {
      String stack = part.stackOf().getOrDefault(item.objectId(), "");
      if (stack.isEmpty() || !Placement.key(item.part()).equals(Placement.key(root))) {
        return Optional.empty();
      }
      number++;
      place(slices(part, stack, root), item.transform(), scale, number, layers);
    }
    List<Slice> all = new ArrayList<>();
    layers.forEach(
        (height, layer) ->
            all.add(new Slice(height / PER_MILLIMETRE, layer.thickness, layer.lines)));
    Map<String, String> said =
        facets == 0 ? Map.of() : Map.of(Slices.MESH_BESIDE, String.valueOf(facets));
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Slices(all, said, Optional.empty(), OptionalInt.empty()));
  }

  /// Whether the first tag of the part declares slices at all.
  private boolean mentionsSlices(String root) throws FormatException, IOException {
    Optional<ZipPart> part = zip.find(root);
    if (part.isEmpty()) {
      return false;
    }
    try (InputStream in = zip.open(part.get())) {
      byte[] beginning = in.readNBytes(BEGINNING);
      return new String(beginning, StandardCharsets.ISO_8859_1).contains(NAMESPACE);
    } catch (IOException e) {
      throw FormatException.causeOf(e);
    }
  }

  private record Layer(double thickness, List<SliceLine> lines) {}

  private SlicePart part(String name) throws FormatException, IOException {
    String key = Placement.key(name);
    SlicePart known = parts.get(key);
    if (known != null) {
      return known;
    }
    if (parts.size() == MOST_PARTS) {
      throw new FormatException(file, name, "at most " + MOST_PARTS + " parts of slices", "more");
    }
    ZipPart entry =
        zip.find(name)
            .orElseThrow(() -> new FormatException(file, name, "a part with slices", "none"));
    try (Xml xml = new Xml(file, entry.name(), zip.open(entry))) {
      SlicePart read = SlicePart.read(xml);
      parts.put(key, read);
      return read;
    }
  }

  /// Those of a stack itself, and those that it refers to. References do not go on from there.
  private List<SlicePart.PartSlice> slices(SlicePart part, String id, String name)
      throws FormatException, IOException {
    SlicePart.Stack stack = stack(part, id, name);
    List<SlicePart.PartSlice> all = new ArrayList<>(stack.slices());
    for (SlicePart.Reference reference : stack.references()) {
      all.addAll(stack(part(reference.path()), reference.id(), reference.path()).slices());
    }
    return all;
  }

  private SlicePart.Stack stack(SlicePart part, String id, String name) throws FormatException {
    SlicePart.Stack stack = part.stacks().get(id);
    if (stack == null) {
      throw new FormatException(file, name, "a stack of slices \"" + id + "\"", "none");
    }
    return stack;
  }

  private void place(
      List<SlicePart.PartSlice> slices,
      Transform transform,
      double scale,
      int number,
      Map<Long, Layer> layers)
      throws FormatException {
    double below = Double.NaN;
    for (SlicePart.PartSlice slice : slices) {
      double top = scale * transform.apply(2, 0, 0, slice.top());
      double thickness = Double.isNaN(below) ? scale * slice.thickness() : top - below;
      below = top;
      check(top);
      Layer layer =
          layers.computeIfAbsent(
              Math.round(top * PER_MILLIMETRE),
              _ -> new Layer(Math.max(0, thickness), new ArrayList<>()));
      for (float[] polygon : slice.polygons()) {
        layer.lines.add(line(polygon, transform, scale, number));
      }
    }
  }

  private SliceLine line(float[] polygon, Transform transform, double scale, int number)
      throws FormatException {
    float[] placed = new float[polygon.length];
    double area = 0;
    for (int i = 0; i < polygon.length; i += 2) {
      double x = scale * transform.apply(0, polygon[i], polygon[i + 1], 0);
      double y = scale * transform.apply(1, polygon[i], polygon[i + 1], 0);
      check(x);
      check(y);
      placed[i] = (float) x;
      placed[i + 1] = (float) y;
      if (i > 0) {
        area += (double) placed[i - 2] * placed[i + 1] - (double) placed[i] * placed[i - 1];
      }
    }
    int last = placed.length - 2;
    boolean closed = placed[0] == placed[last] && placed[1] == placed[last + 1];
    SliceLine.Kind kind = area > 0 ? SliceLine.Kind.OUTER_CONTOUR : SliceLine.Kind.INNER_CONTOUR;
    return new SliceLine(closed ? kind : SliceLine.Kind.OPEN_LINE, number, placed);
  }

  private void check(double place) throws FormatException {
    if (!(Math.abs(place) <= FARTHEST)) {
      throw new FormatException(file, "its slices", "places within 1000 m", place + " mm");
    }
  }
}
