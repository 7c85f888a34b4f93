package touchmark.app.format.threemf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;
import touchmark.ledger.Progress;

/// Parses one `.model` part [3MF Core 3 and 4]. Elements of extensions but beams are passed over.
final class ModelParser {
  private static final int MOST = Assembly.MOST;

  private static final String CORE = "http://schemas.microsoft.com/3dmanufacturing/core/";
  private static final String PRODUCTION =
      "http://schemas.microsoft.com/3dmanufacturing/production/2015/06";
  private static final int LONGEST_NAME = 200;
  private static final int REPORT_EVERY = 1 << 16;

  private final Xml xml;
  private final String part;
  private final EntryCount entries;
  private final Progress progress;
  private final Map<String, ModelObject> objects = new HashMap<>();
  private final Map<String, List<Integer>> baseColours = new HashMap<>();
  private final List<Placement> build = new ArrayList<>();
  private final Set<String> required = new HashSet<>();
  private LengthUnit unit = LengthUnit.MILLIMETRE;
  private String core = "";
  private long elements;
  private long beams;
  private long clippedBeams;

  /// @param part name of the part
  /// @param entries counts those of all parts
  /// @param progress asked now and then whether to go on
  ModelParser(Xml xml, String part, EntryCount entries, Progress progress) {
    this.entries = entries;
    this.xml = xml;
    this.part = part;
    this.progress = progress;
  }

  ModelPart parse() throws FormatException, IOException {
    if (!xml.nextElement() || !xml.name().equals("model") || !xml.namespace().startsWith(CORE)) {
      throw xml.problem("a 3MF model", "something else");
    }
    core = xml.namespace();
    unit = unit(xml.attribute("unit"));
    for (String prefix : xml.attribute("requiredextensions").split("\\s+", -1)) {
      if (!prefix.isEmpty()) {
        required.add(xml.namespace(prefix).isEmpty() ? prefix : xml.namespace(prefix));
      }
    }
    String colours = "";
    while (xml.nextElement()) {
      report();
      if (isCore("basematerials")) {
        entries.next(xml);
        colours = xml.attribute("id");
        baseColours.put(colours, new ArrayList<>());
      } else if (isCore("base") && baseColours.containsKey(colours)) {
        entries.next(xml);
        baseColours.get(colours).add(colour(xml.attribute("displaycolor")));
      } else if (isCore("object")) {
        readObject();
      } else if (isCore("item")) {
        entries.next(xml);
        build.add(placement());
      }
    }
    return new ModelPart(unit, required, objects, build, remarks());
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (beams > 0) {
      remarks.add(
          "a lattice of "
              + (beams == 1 ? "1 beam" : beams + " beams")
              + " is shown as tubes: where they meet they overlap, and volumes count twice");
    }
    if (clippedBeams > 0) {
      remarks.add(
          "a mesh cuts the lattice ("
              + (clippedBeams == 1 ? "1 beam" : clippedBeams + " beams")
              + "), which is shown uncut");
    }
    return remarks;
  }

  private void report() {
    if (++elements % REPORT_EVERY == 0) {
      progress.reached(elements, 0);
    }
  }

  private void readObject() throws FormatException, IOException {
    entries.next(xml);
    String id = xml.attribute("id");
    String name = xml.attribute("name").isBlank() ? "object " + id : xml.attribute("name").strip();
    OptionalInt colour = colourOf(xml.attribute("pid"), xml.attribute("pindex"));
    ObjectMesh mesh = new ObjectMesh();
    List<Placement> components = new ArrayList<>();
    for (int depth = 1; depth > 0; ) {
      int tag = xml.nextTag();
      depth += tag == XMLStreamConstants.START_ELEMENT ? 1 : -1;
      if (tag == XMLStreamConstants.START_ELEMENT) {
        if (isCore("vertex")) {
          mesh.vertex();
        } else if (isCore("triangle")) {
          mesh.triangle();
        } else if (isCore("component")) {
          entries.next(xml);
          components.add(placement());
        } else if (isLattice()) {
          mesh.latticeElement();
        }
        report();
      }
    }
    ModelObject object = mesh.object(name, components, colour);
    if (objects.putIfAbsent(id, object) != null) {
      throw xml.problem("each object id once", "\"" + id + "\" twice");
    }
  }

  private Placement placement() throws FormatException {
    String path = xml.attribute(PRODUCTION, "path");
    String text = xml.attribute("transform");
    Transform transform =
        text.isEmpty()
            ? Transform.IDENTITY
            : Transform.parse(text)
                .orElseThrow(
                    () -> xml.problem("twelve finite numbers as transform", "\"" + text + "\""));
    return new Placement(path.isEmpty() ? part : path, xml.attribute("objectid"), transform);
  }

  private OptionalInt colourOf(String group, String index) {
    List<Integer> colours = baseColours.getOrDefault(group, List.of());
    if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= colours.size()) {
      return OptionalInt.empty();
    }
    int colour = colours.get(Integer.parseInt(index));
    return colour < 0 ? OptionalInt.empty() : OptionalInt.of(colour);
  }

  /// `#RRGGBB` or `#RRGGBBAA`, without the transparency; -1 for anything else.
  private static int colour(String text) {
    return text.matches("#\\p{XDigit}{6}(\\p{XDigit}{2})?") ? Integer.parseInt(text, 1, 7, 16) : -1;
  }

  private LengthUnit unit(String name) throws FormatException {
    return switch (name) {
      case "", "millimeter" -> LengthUnit.MILLIMETRE;
      case "micron" -> LengthUnit.MICRON;
      case "centimeter" -> LengthUnit.CENTIMETRE;
      case "inch" -> LengthUnit.INCH;
      case "foot" -> LengthUnit.FOOT;
      case "meter" -> LengthUnit.METRE;
      default -> throw xml.problem("a unit of length", "\"" + name + "\"");
    };
  }

  private boolean isLattice() {
    String namespace = xml.namespace();
    return namespace.equals(BeamLattice.NAMESPACE) || namespace.equals(BeamLattice.BALLS);
  }

  private boolean isCore(String name) {
    return xml.name().equals(name) && xml.namespace().equals(core);
  }

  /// The mesh of the object that is being read. Vertices at one place become one.
  private final class ObjectMesh {
    private static final int EXPECTED = 64;

    private final VertexWelder welder = new VertexWelder(EXPECTED);
    private final TriangleList triangles = new TriangleList(EXPECTED);
    private final BeamLattice lattice = new BeamLattice();

    /// The welded vertex of each vertex of the file.
    private int[] welded = new int[EXPECTED];

    private int vertices;

    void vertex() throws FormatException {
      if (vertices == MOST) {
        throw xml.problem("at most " + MOST + " vertices", "more");
      }
      if (vertices == welded.length) {
        welded = Arrays.copyOf(welded, 2 * vertices);
      }
      welded[vertices++] = welder.add(xml.number("x"), xml.number("y"), xml.number("z"));
    }

    void triangle() throws FormatException {
      if (triangles.count() == MOST) {
        throw xml.problem("at most " + MOST + " triangles", "more");
      }
      triangles.add(corner("v1"), corner("v2"), corner("v3"));
    }

    void latticeElement() throws FormatException {
      switch (xml.name()) {
        case "beamlattice" -> lattice.begin(xml);
        case "beam" -> {
          entries.next(xml);
          lattice.beam(xml, vertices);
        }
        case "ball" -> {
          entries.next(xml);
          lattice.ball(xml, vertices);
        }
        default -> {
          // sets of beams and what they are called change no shape
        }
      }
    }

    private int corner(String name) throws FormatException {
      int index = xml.index(name);
      if (index >= vertices) {
        throw xml.problem("a vertex below " + vertices + " as " + name, String.valueOf(index));
      }
      return welded[index];
    }

    ModelObject object(String name, List<Placement> components, OptionalInt colour) {
      float[] positions = welder.positions();
      if (!lattice.isEmpty()) {
        Revolution solids = new Revolution(positions, triangles);
        lattice.addTo(solids, positions, welded, entries.total());
        positions = solids.positions();
        beams += lattice.beams();
        clippedBeams += lattice.isClipped() ? lattice.beams() : 0;
      }
      return new ModelObject(
          name.substring(0, Math.min(name.length(), LONGEST_NAME)),
          positions,
          triangles.toArray(),
          components,
          colour);
    }
  }
}
