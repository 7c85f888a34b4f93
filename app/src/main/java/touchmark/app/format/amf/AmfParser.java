package touchmark.app.format.amf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import touchmark.app.format.FormatException;
import touchmark.app.format.assembly.Assembly;
import touchmark.app.format.assembly.ModelObject;
import touchmark.app.format.assembly.Placement;
import touchmark.app.format.assembly.Transform;
import touchmark.app.format.xml.Xml;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Parses one AMF document. Every method that reads an element enters after its beginning and
/// leaves after its end.
final class AmfParser {
  private static final int LONGEST_NUMBER = 128;
  private static final int LONGEST_NAME = 10_000;
  private static final int MOST_ENTRIES = 1_000_000;
  private static final int REPORT_EVERY = 1 << 16;

  /// The part that volumes are placed from, so that their ids are not those of objects.
  private static final String VOLUMES = "volumes";

  private final Path file;
  private final Xml xml;
  private final Progress progress;
  private final AmfMaterials materials = new AmfMaterials();

  /// Objects as they were read; their volumes are made when all materials are known.
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  private final Map<String, ModelObject> objects = new HashMap<>();
  private final List<ModelObject> volumes = new ArrayList<>();
  private final Map<String, List<Placement>> constellations = new LinkedHashMap<>();
  private int entries;
  private long elements;

  private record Pending(String name, List<AmfVolume> volumes, OptionalInt colour) {}

  /// @param progress asked now and then whether to go on
  AmfParser(Path file, Xml xml, Progress progress) {
    this.file = file;
    this.xml = xml;
    this.progress = progress;
  }

  Mesh parse() throws FormatException, IOException {
    if (!xml.nextElement() || !xml.name().equals("amf")) {
      throw xml.problem("an AMF document", "something else");
    }
    LengthUnit unit = unit(xml.attribute("unit") + xml.attribute("units"));
    while (nextChild()) {
      switch (xml.name()) {
        case "object" -> readObject(xml.attribute("id"));
        case "material" -> readMaterial(xml.attribute("id"));
        case "constellation" -> readConstellation(xml.attribute("id"));
        default -> skip();
      }
    }
    Mesh mesh = new Assembly(file, this::find).assemble(build(), unit);
    if (mesh.triangleCount() == 0) {
      throw new FormatException(file, "the whole document", "at least one facet", "none");
    }
    return mesh;
  }

  private LengthUnit unit(String name) throws FormatException {
    return switch (name) {
      case "", "millimeter", "millimetre" -> LengthUnit.MILLIMETRE;
      case "inch" -> LengthUnit.INCH;
      case "meter", "metre" -> LengthUnit.METRE;
      case "feet", "foot" -> LengthUnit.FOOT;
      case "micron", "micrometer" -> LengthUnit.MICRON;
      default -> throw xml.problem("a unit of length", "\"" + name + "\"");
    };
  }

  private void readObject(String id) throws FormatException, IOException {
    countEntry();
    String name = "";
    OptionalInt colour = OptionalInt.empty();
    AmfMesh mesh = new AmfMesh();
    while (nextChild()) {
      switch (xml.name()) {
        case "metadata" -> name = name(name);
        case "color" -> colour = colour();
        case "mesh" -> readMesh(mesh);
        default -> skip();
      }
    }
    Pending object = new Pending(name.isEmpty() ? "object " + id : name, mesh.volumes(), colour);
    if (constellations.containsKey(id) || pending.putIfAbsent(id, object) != null) {
      throw xml.problem("each id once", "\"" + id + "\" twice");
    }
  }

  /// The text of a metadata that is a name, else the name so far.
  private String name(String otherwise) throws FormatException, IOException {
    boolean isName = xml.attribute("type").equals("name");
    if (!isName) {
      skip();
      return otherwise;
    }
    String name = xml.text(LONGEST_NAME);
    skip();
    return name;
  }

  private OptionalInt colour() throws FormatException, IOException {
    AmfColour colour = new AmfColour();
    while (nextChild()) {
      colour.element(xml);
      skip();
    }
    return colour.value();
  }

  private void readMesh(AmfMesh mesh) throws FormatException, IOException {
    while (nextChild()) {
      switch (xml.name()) {
        case "vertices" -> readVertices(mesh);
        case "volume" -> readVolume(mesh, xml.attribute("materialid"));
        default -> skip();
      }
    }
  }

  private void readVertices(AmfMesh mesh) throws FormatException, IOException {
    while (nextChild()) {
      if (xml.name().equals("vertex")) {
        readVertex(mesh);
      } else {
        skip();
      }
    }
  }

  private void readVertex(AmfMesh mesh) throws FormatException, IOException {
    boolean placed = false;
    while (nextChild()) {
      if (xml.name().equals("coordinates")) {
        readCoordinates(mesh);
        placed = true;
      } else {
        skip();
      }
    }
    if (!placed) {
      throw xml.problem("a vertex with coordinates", "one without");
    }
  }

  private void readCoordinates(AmfMesh mesh) throws FormatException, IOException {
    float[] place = {Float.NaN, Float.NaN, Float.NaN};
    while (nextChild()) {
      int axis = "xyz".indexOf(xml.name());
      if (axis >= 0 && xml.name().length() == 1) {
        place[axis] = number();
      } else {
        skip();
      }
    }
    if (Float.isNaN(place[0] + place[1] + place[2])) {
      throw xml.problem("coordinates with x, y and z", "one missing");
    }
    mesh.vertex(xml, place[0], place[1], place[2]);
  }

  private void readVolume(AmfMesh mesh, String material) throws FormatException, IOException {
    countEntry();
    String name = "";
    OptionalInt colour = OptionalInt.empty();
    while (nextChild()) {
      switch (xml.name()) {
        case "metadata" -> name = name(name);
        case "color" -> colour = colour();
        case "triangle" -> readTriangle(mesh);
        default -> skip();
      }
    }
    mesh.endVolume(name, material, colour);
  }

  private void readTriangle(AmfMesh mesh) throws FormatException, IOException {
    int[] corners = {-1, -1, -1};
    while (nextChild()) {
      int corner =
          switch (xml.name()) {
            case "v1" -> 0;
            case "v2" -> 1;
            case "v3" -> 2;
            default -> -1;
          };
      if (corner >= 0) {
        corners[corner] = xml.index(xml.name(), xml.text(LONGEST_NUMBER));
      }
      skip();
    }
    if (Math.min(corners[0], Math.min(corners[1], corners[2])) < 0) {
      throw xml.problem("a triangle with v1, v2 and v3", "one missing");
    }
    mesh.triangle(xml, corners[0], corners[1], corners[2]);
  }

  private void readMaterial(String id) throws FormatException, IOException {
    countEntry();
    OptionalInt colour = OptionalInt.empty();
    while (nextChild()) {
      if (xml.name().equals("color")) {
        colour = colour();
      } else {
        skip();
      }
    }
    materials.add(id, colour);
  }

  private void readConstellation(String id) throws FormatException, IOException {
    countEntry();
    List<Placement> instances = new ArrayList<>();
    while (nextChild()) {
      if (xml.name().equals("instance")) {
        countEntry();
        instances.add(readInstance(xml.attribute("objectid")));
      } else {
        skip();
      }
    }
    if (pending.containsKey(id) || constellations.putIfAbsent(id, instances) != null) {
      throw xml.problem("each id once", "\"" + id + "\" twice");
    }
  }

  /// Turned about x, then y, then z, then moved. Slic3r adds a size, and so does this.
  private Placement readInstance(String id) throws FormatException, IOException {
    double[] move = new double[3];
    double[] turn = new double[3];
    double size = 1;
    while (nextChild()) {
      switch (xml.name()) {
        case "deltax" -> move[0] = number();
        case "deltay" -> move[1] = number();
        case "deltaz" -> move[2] = number();
        case "rx" -> turn[0] = number();
        case "ry" -> turn[1] = number();
        case "rz" -> turn[2] = number();
        case "scale" -> size = number();
        default -> skip();
      }
    }
    Transform transform = Transform.scaling(size);
    for (int axis = 0; axis < 3; axis++) {
      if (turn[axis] != 0) {
        transform = transform.then(Transform.rotation(axis, turn[axis]));
      }
    }
    return new Placement("", id, transform.then(Transform.translation(move[0], move[1], move[2])));
  }

  /// All constellations and objects that no constellation has already.
  private List<Placement> build() {
    for (Map.Entry<String, Pending> entry : pending.entrySet()) {
      Pending object = entry.getValue();
      List<Placement> parts = new ArrayList<>();
      for (AmfVolume volume : object.volumes) {
        parts.add(new Placement(VOLUMES, String.valueOf(volumes.size() + 1), Transform.IDENTITY));
        volumes.add(volume.object(object.name, materials, object.colour));
      }
      objects.put(entry.getKey(), group(object.name, parts));
    }
    constellations.forEach((id, placed) -> objects.put(id, group("constellation " + id, placed)));
    Set<String> top = new LinkedHashSet<>(constellations.keySet());
    top.addAll(pending.keySet());
    constellations.values().forEach(all -> all.forEach(placed -> top.remove(placed.objectId())));
    if (top.isEmpty()) {
      // each is in another: the assembly says so
      top.addAll(constellations.keySet());
    }
    return top.stream().map(id -> new Placement("", id, Transform.IDENTITY)).toList();
  }

  private static ModelObject group(String name, List<Placement> parts) {
    return new ModelObject(name, new float[0], new int[0], parts, OptionalInt.empty());
  }

  private Optional<ModelObject> find(Placement placement) {
    return Optional.ofNullable(
        placement.part().equals(VOLUMES)
            ? volumes.get(Integer.parseInt(placement.objectId()) - 1)
            : objects.get(placement.objectId()));
  }

  /// Goes to the beginning of the next element inside this one.
  ///
  /// @return false at the end of this one
  private boolean nextChild() throws FormatException, IOException {
    if (++elements % REPORT_EVERY == 0) {
      progress.reached(elements, 0);
    }
    return xml.nextTag() == XMLStreamConstants.START_ELEMENT;
  }

  private float number() throws FormatException, IOException {
    float number = xml.number(xml.name(), xml.text(LONGEST_NUMBER));
    skip();
    return number;
  }

  /// Goes past the end of this element.
  private void skip() throws FormatException, IOException {
    for (int depth = 1; depth > 0; ) {
      int tag = xml.nextTag();
      if (tag == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
      depth += tag == XMLStreamConstants.START_ELEMENT ? 1 : -1;
    }
  }

  private void countEntry() throws FormatException {
    if (++entries > MOST_ENTRIES) {
      throw xml.problem("at most " + MOST_ENTRIES + " objects, volumes and instances", "more");
    }
  }
}
