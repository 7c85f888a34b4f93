package touchmark.app.format.threemf;

import java.util.Arrays;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;

/// The beams and balls of one object, collected as they come and made into closed tubes and balls
/// at its end [3MF Beam Lattice 1.2, chapter 2]. Where tubes meet they overlap. Of many beams each
/// is coarser; the cross-section always has the area of the circle.
final class BeamLattice {
  /// The namespace of beams.
  static final String NAMESPACE =
      "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02";

  /// The namespace of balls at the ends of beams.
  static final String BALLS =
      "http://schemas.microsoft.com/3dmanufacturing/beamlattice/balls/2020/07";

  private enum Cap {
    ROUND,
    FLAT
  }

  /// How finely beams are drawn.
  ///
  /// @param beams up to how many
  private record Detail(int beams, int sides, int rings) {}

  private static final Detail[] DETAILS = {
    new Detail(20_000, 12, 2), new Detail(200_000, 8, 1), new Detail(Integer.MAX_VALUE, 6, 0)
  };

  private int[] ends = new int[16];
  private float[] radii = new float[16];
  private Cap[] caps = new Cap[16];
  private int beams;
  private int[] ballAt = new int[8];
  private float[] ballRadii = new float[8];
  private int balls;
  private float radius;
  private float ballRadius;
  private double minimumLength;
  private boolean ballsEverywhere;
  private Cap cap = Cap.ROUND;
  private boolean clipped;

  /// The element `beamlattice` begins.
  void begin(Xml xml) throws FormatException {
    radius = xml.attribute("radius").isEmpty() ? 0 : positive(xml, "radius", 0);
    minimumLength = xml.attribute("minlength").isEmpty() ? 0 : xml.number("minlength");
    cap = cap(xml, xml.attribute("cap"), Cap.ROUND);
    // version 1.0 of the extension called it clipping
    String clipping = xml.attribute("clippingmode") + xml.attribute("clipping");
    clipped = !clipping.isEmpty() && !clipping.equals("none");
    ballsEverywhere = xml.attribute(BALLS, "ballmode").equals("all");
    ballRadius =
        xml.attribute(BALLS, "ballradius").isEmpty()
            ? 0
            : xml.number("ballradius", xml.attribute(BALLS, "ballradius"));
  }

  /// An element `beam`.
  ///
  /// @param vertices how many there are
  void beam(Xml xml, int vertices) throws FormatException {
    if (2 * beams == ends.length) {
      ends = Arrays.copyOf(ends, 4 * beams);
      radii = Arrays.copyOf(radii, 4 * beams);
      caps = Arrays.copyOf(caps, 4 * beams);
    }
    float first = positive(xml, "r1", radius);
    add(2 * beams, index(xml, "v1", vertices), first, cap(xml, xml.attribute("cap1"), cap));
    float second = positive(xml, "r2", first);
    add(2 * beams + 1, index(xml, "v2", vertices), second, cap(xml, xml.attribute("cap2"), cap));
    beams++;
  }

  private void add(int place, int vertex, float size, Cap form) {
    ends[place] = vertex;
    radii[place] = size;
    caps[place] = form;
  }

  /// An element `ball`.
  void ball(Xml xml, int vertices) throws FormatException {
    if (balls == ballAt.length) {
      ballAt = Arrays.copyOf(ballAt, 2 * balls);
      ballRadii = Arrays.copyOf(ballRadii, 2 * balls);
    }
    ballAt[balls] = index(xml, "vindex", vertices);
    ballRadii[balls] = positive(xml, "r", ballRadius);
    balls++;
  }

  private static int index(Xml xml, String name, int vertices) throws FormatException {
    int index = xml.index(name);
    if (index >= vertices) {
      throw xml.problem("a vertex below " + vertices + " as " + name, String.valueOf(index));
    }
    return index;
  }

  private static float positive(Xml xml, String name, float otherwise) throws FormatException {
    float value = xml.attribute(name).isEmpty() ? otherwise : xml.number(name);
    if (!(value > 0)) {
      throw xml.problem("a radius above 0 as " + name, String.valueOf(value));
    }
    return value;
  }

  private static Cap cap(Xml xml, String name, Cap otherwise) throws FormatException {
    return switch (name) {
      case "" -> otherwise;
      case "sphere", "hemisphere" -> Cap.ROUND;
      case "butt" -> Cap.FLAT;
      default -> throw xml.problem("a cap of sphere, hemisphere or butt", "\"" + name + "\"");
    };
  }

  /// How many beams there are.
  int beams() {
    return beams;
  }

  /// Whether there is nothing in it.
  boolean isEmpty() {
    return beams == 0 && balls == 0;
  }

  /// Whether a mesh cuts them, which is not done here.
  boolean isClipped() {
    return clipped;
  }

  /// Adds tubes and balls to facets.
  ///
  /// @param positions of the vertices that beams name, x, y, z of each in turn
  /// @param welded the place in `positions` of each vertex that beams name
  /// @param entries how many things the whole file listed so far; of many, each gets fewer facets
  void addTo(Revolution solids, float[] positions, int[] welded, int entries) {
    Detail detail = DETAILS[0];
    for (int i = 1; detail.beams < entries; i++) {
      detail = DETAILS[i];
    }
    solids.useSides(detail.sides);
    for (int beam = 0; beam < beams; beam++) {
      addBeam(
          solids,
          positions,
          3 * welded[ends[2 * beam]],
          3 * welded[ends[2 * beam + 1]],
          beam,
          detail.rings);
    }
    if (ballsEverywhere && ballRadius > 0) {
      boolean[] done = new boolean[positions.length / 3];
      for (int ball = 0; ball < balls; ball++) {
        done[welded[ballAt[ball]]] = true;
      }
      for (int end = 0; end < 2 * beams; end++) {
        int vertex = welded[ends[end]];
        if (!done[vertex]) {
          done[vertex] = true;
          addBall(solids, positions, 3 * vertex, ballRadius, detail.rings);
        }
      }
    }
    for (int ball = 0; ball < balls; ball++) {
      addBall(solids, positions, 3 * welded[ballAt[ball]], ballRadii[ball], detail.rings);
    }
  }

  private void addBeam(
      Revolution solids, float[] positions, int from, int to, int beam, int rings) {
    double length = solids.setAxis(positions, from, to);
    if (length == 0 || length < minimumLength) {
      return;
    }
    double first = radii[2 * beam];
    double second = radii[2 * beam + 1];
    if (caps[2 * beam] == Cap.FLAT) {
      solids.addPoint(0, 0);
    } else {
      for (int ring = 0; ring <= rings; ring++) {
        double angle = Math.PI / 2 * ring / (rings + 1);
        solids.addPoint(-first * Math.cos(angle), ring == 0 ? 0 : first * Math.sin(angle));
      }
    }
    solids.addPoint(0, first);
    solids.addPoint(length, second);
    if (caps[2 * beam + 1] == Cap.FLAT) {
      solids.addPoint(length, 0);
    } else {
      for (int ring = rings; ring >= 0; ring--) {
        double angle = Math.PI / 2 * ring / (rings + 1);
        solids.addPoint(
            length + second * Math.cos(angle), ring == 0 ? 0 : second * Math.sin(angle));
      }
    }
    solids.revolve();
  }

  private static void addBall(
      Revolution solids, float[] positions, int centre, double radius, int rings) {
    solids.setUpright(positions, centre);
    int steps = 2 * (rings + 1);
    for (int step = 0; step <= steps; step++) {
      double angle = Math.PI * step / steps;
      boolean pole = step == 0 || step == steps;
      solids.addPoint(-radius * Math.cos(angle), pole ? 0 : radius * Math.sin(angle));
    }
    solids.revolve();
  }
}
