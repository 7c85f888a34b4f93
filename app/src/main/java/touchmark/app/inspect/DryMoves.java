package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.PartFeatures;
import touchmark.app.toolpath.Toolpath;

/// Looks for moves of the part that should print and hardly do: between two moves that print, at
/// their speed and not at that of travel, with no filament or with much less than others of their
/// kind. So a sliced file looks whose extrusions were taken out to weaken the part.
///
/// What slicers leave out themselves at the end of a wall (coasting, wiping) is shorter.
final class DryMoves {
  /// Shortest stretch that counts, mm.
  private static final double SHORTEST = 1.5;

  /// Up to this part of what moves of a feature usually push is hardly anything.
  private static final double THIN = 0.11;

  /// From this part on a move prints as usual. A gap that is filled with ever thinner lines begins
  /// and ends with less.
  private static final double FULL = 0.6;

  /// Travel at this speed may be some of the file's; beyond that part of it no telling is possible.
  private static final double USUAL = 0.1;

  private static final int SAMPLES = 4096;
  private static final int MOST = 16;

  private final Toolpath path;
  private final Map<Feature, Double> usual;
  private final TravelSpeeds travels;

  DryMoves(Toolpath path) {
    this.path = path;
    this.usual = usual(path);
    this.travels = new TravelSpeeds(path);
  }

  List<Finding> findings() {
    List<Stretches> groups = new ArrayList<>();
    for (int layer = 0; layer < path.layers(); layer++) {
      Stretches found = ofLayer(layer);
      if (found.count > 0) {
        if (!groups.isEmpty() && groups.getLast().lastLayer >= layer - 2) {
          groups.getLast().add(found);
        } else {
          groups.add(found);
        }
      }
    }
    return groups.stream().limit(MOST).map(Stretches::finding).toList();
  }

  private Stretches ofLayer(int layer) {
    Stretches found = new Stretches(layer);
    int end = path.firstMove(layer + 1);
    int first = Math.max(1, path.firstMove(layer));
    boolean printed = false;
    int begin = -1;
    double length = 0;
    for (int move = first; move < end; move++) {
      double distance = distance(move);
      if (printed && isDry(move, distance)) {
        begin = begin < 0 ? move : begin;
        length += distance;
      } else {
        boolean prints = prints(move, distance);
        if (begin >= 0 && length >= SHORTEST && prints) {
          found.add(begin, move, length);
        }
        begin = -1;
        length = 0;
        printed = prints;
      }
    }
    return found;
  }

  private boolean prints(int move, double distance) {
    Feature feature = path.feature(move);
    return PartFeatures.contain(feature)
        && path.extruded(move) >= FULL * usual.getOrDefault(feature, 0.0) * distance;
  }

  private boolean isDry(int move, double distance) {
    Feature feature = path.feature(move);
    if (distance == 0) {
      return false;
    }
    if (feature == Feature.TRAVEL) {
      return path.extruded(move) == 0
          && path.speed(move) == path.speed(move - 1)
          && travels.share(path.speed(move)) < USUAL;
    }
    return PartFeatures.contain(feature)
        && path.extruded(move) <= THIN * usual.getOrDefault(feature, 0.0) * distance;
  }

  private double distance(int move) {
    return distance(path, move);
  }

  private static double distance(Toolpath path, int move) {
    double dx = path.x(move) - path.x(move - 1);
    double dy = path.y(move) - path.y(move - 1);
    return Math.sqrt(dx * dx + dy * dy);
  }

  /// The middle of what moves of each feature push, mm of filament for each mm of way.
  private static Map<Feature, Double> usual(Toolpath path) {
    Map<Feature, double[]> samples = new EnumMap<>(Feature.class);
    Map<Feature, Integer> counts = new EnumMap<>(Feature.class);
    int step = 1 + path.moves() / (4 * SAMPLES);
    for (int move = 1; move < path.moves(); move += step) {
      Feature feature = path.feature(move);
      double distance = PartFeatures.contain(feature) ? distance(path, move) : 0;
      int count = counts.getOrDefault(feature, 0);
      if (distance > 0 && count < SAMPLES) {
        samples.computeIfAbsent(feature, _ -> new double[SAMPLES])[count] =
            path.extruded(move) / distance;
        counts.put(feature, count + 1);
      }
    }
    Map<Feature, Double> usual = new EnumMap<>(Feature.class);
    samples.forEach(
        (feature, all) -> {
          double[] sorted = Arrays.copyOf(all, counts.getOrDefault(feature, 0));
          Arrays.sort(sorted);
          usual.put(feature, sorted[sorted.length / 2]);
        });
    return usual;
  }

  /// The stretches of neighbouring layers.
  private final class Stretches {
    private final int firstLayer;
    private int lastLayer;
    private int count;
    private double length;
    private int firstLine;
    private Optional<Box> box = Optional.empty();

    Stretches(int layer) {
      this.firstLayer = layer;
      this.lastLayer = layer;
    }

    void add(int from, int to, double stretch) {
      firstLine = count == 0 ? path.line(from) : firstLine;
      count++;
      length += stretch;
      for (int move = from - 1; move < to; move++) {
        Box at =
            new Box(
                path.x(move), path.y(move), path.z(move), path.x(move), path.y(move), path.z(move));
        box = Optional.of(box.map(more -> more.union(at)).orElse(at));
      }
    }

    void add(Stretches next) {
      lastLayer = next.lastLayer;
      count += next.count;
      length += next.length;
      box = box.flatMap(mine -> next.box.map(mine::union));
    }

    Finding finding() {
      return new Finding(
          FindingCodes.EXTRUSION_GAP,
          Severity.CAUTION,
          Quantities.count(count, "stretch", "stretches")
              + " in "
              + LayerNames.range(firstLayer, lastLayer)
              + " should print and push no filament, "
              + Quantities.length(length, LengthUnit.MILLIMETRE)
              + " in all, from line "
              + firstLine
              + " on",
          Optional.of(new Place(box, Facets.NONE, OptionalInt.of(firstLayer))));
    }
  }
}
