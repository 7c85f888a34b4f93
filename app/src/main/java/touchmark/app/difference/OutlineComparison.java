package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LevelCut;
import touchmark.app.mesh.Mesh;
import touchmark.app.toolpath.OuterWalls;
import touchmark.app.toolpath.PartBounds;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

/// Whether the outer walls of a toolpath enclose what a model has at the same heights: a void that
/// was slipped in between model and print shows here, and so does a hole that was filled. The part
/// may have been moved, and turned about the upright axis by quarters.
///
/// @param heights how many were compared; those at which the model is not closed are not
/// @param different how many of them differ
/// @param worst the height above the bed that differs most, mm; 0 when none does
/// @param missing area that the model has and the toolpath lacks there, mm2
/// @param surplus area that the toolpath has and the model lacks there, mm2
public record OutlineComparison(
    int heights, int different, double worst, double missing, double surplus) {
  private static final int HEIGHTS = 24;
  private static final int CELLS = 400;
  private static final double LEAST_CELL = 0.2;

  /// Walls lie half a width inside, slicers round corners and bridge gaps: what lies so near to a
  /// border is not compared, mm.
  private static final double BORDER = 1;

  /// Areas below it are rounding, mm2.
  private static final double LEAST_AREA = 2;

  /// A model whose height differs by more lies otherwise than it is printed.
  private static final double HEIGHT_TOLERANCE = 1;

  private static final double HEIGHT_SHARE = 0.02;

  /// Compares; empty when the toolpath names no outer walls, or the model was laid down otherwise
  /// than it stands in its file, or turned by another angle.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Optional<OutlineComparison> of(Mesh model, Toolpath path, Progress progress) {
    Optional<Box> bounds = model.bounds();
    Optional<Box> part = PartBounds.of(path);
    if (bounds.isEmpty() || part.isEmpty() || path.layers() < 3) {
      return Optional.empty();
    }
    double scale = model.unit().millimetres();
    double height = bounds.get().sizeZ() * scale;
    double top = path.layerZ(path.layers() - 1);
    if (Math.abs(height - top) > HEIGHT_TOLERANCE + HEIGHT_SHARE * height) {
      return Optional.empty();
    }
    List<Layer> layers = layers(path, height);
    double[] levels =
        layers.stream()
            .mapToDouble(layer -> bounds.get().minZ() + layer.middle() / scale)
            .toArray();
    List<LevelCut.Level> cuts = LevelCut.of(model, levels);
    return best(layers, cuts, new Frame(bounds.get(), scale, part.get()), path, progress);
  }

  /// A layer to compare.
  ///
  /// @param middle height of its middle above the bed, mm
  private record Layer(int index, double middle) {}

  /// Layers all over the height, but for the first and the last, which slicers treat otherwise.
  private static List<Layer> layers(Toolpath path, double height) {
    List<Layer> layers = new ArrayList<>();
    int inner = path.layers() - 2;
    int count = Math.min(HEIGHTS, inner);
    double before = 0;
    for (int i = 0; i < count; i++) {
      int index = 1 + (int) ((long) i * inner / count);
      double middle = (path.layerZ(index - 1) + path.layerZ(index)) / 2;
      if (middle > before && middle < height) {
        layers.add(new Layer(index, middle));
        before = middle;
      }
    }
    return layers;
  }

  /// Both at the origin.
  private record Frame(Box model, double scale, Box part) {
    double extent() {
      return Math.max(
          Math.max(model.sizeX(), model.sizeY()) * scale, Math.max(part.sizeX(), part.sizeY()));
    }

    double[] model(double[] ends, int quarters) {
      double[] moved = new double[ends.length];
      for (int i = 0; i < ends.length; i += 2) {
        double x = (ends[i] - model.centreX()) * scale;
        double y = (ends[i + 1] - model.centreY()) * scale;
        for (int turn = 0; turn < quarters; turn++) {
          double turned = -y;
          y = x;
          x = turned;
        }
        moved[i] = x;
        moved[i + 1] = y;
      }
      return moved;
    }

    double[] part(double[] ends) {
      double[] moved = new double[ends.length];
      for (int i = 0; i < ends.length; i += 2) {
        moved[i] = ends[i] - part.centreX();
        moved[i + 1] = ends[i + 1] - part.centreY();
      }
      return moved;
    }

    /// Whether the sizes can agree after so many quarter turns.
    boolean fits(int quarters) {
      boolean across = quarters % 2 != 0;
      return near((across ? model.sizeY() : model.sizeX()) * scale, part.sizeX())
          && near((across ? model.sizeX() : model.sizeY()) * scale, part.sizeY());
    }

    private static boolean near(double a, double b) {
      return Math.abs(a - b) <= 2 * BORDER + HEIGHT_SHARE * a;
    }
  }

  private static Optional<OutlineComparison> best(
      List<Layer> layers,
      List<LevelCut.Level> cuts,
      Frame frame,
      Toolpath path,
      Progress progress) {
    double cell = Math.max(LEAST_CELL, frame.extent() / CELLS);
    int size = (int) Math.ceil(frame.extent() / cell) + 8;
    List<MaterialGrid> printed = new ArrayList<>();
    boolean walls = false;
    for (Layer layer : layers) {
      double[] ends = frame.part(OuterWalls.of(path, layer.index()));
      walls |= ends.length > 0;
      printed.add(MaterialGrid.of(size, cell, MaterialGrid.Rule.EVEN_ODD, ends));
    }
    if (!walls) {
      return Optional.empty();
    }
    int border = (int) Math.ceil(BORDER / cell);
    Optional<OutlineComparison> best = Optional.empty();
    for (int quarters = 0; quarters < 4; quarters++) {
      if (!frame.fits(quarters)) {
        continue;
      }
      Tally tally = new Tally();
      for (int i = 0; i < layers.size(); i++) {
        progress.reached(quarters * layers.size() + i, 4L * layers.size());
        if (!cuts.get(i).closed()) {
          continue;
        }
        MaterialGrid wanted =
            MaterialGrid.of(
                size, cell, MaterialGrid.Rule.LEFT, frame.model(cuts.get(i).ends(), quarters));
        tally.add(
            layers.get(i).middle(),
            wanted.shrunk(border).areaOutside(printed.get(i)),
            printed.get(i).shrunk(border).areaOutside(wanted));
      }
      OutlineComparison found = tally.result();
      if (best.isEmpty() || found.different < best.get().different) {
        best = Optional.of(found);
      }
    }
    return best.filter(found -> found.heights > 0);
  }

  /// Adds up the heights.
  private static final class Tally {
    private int heights;
    private int different;
    private double worst;
    private double missing;
    private double surplus;

    void add(double height, double lacks, double has) {
      heights++;
      double lacking = lacks < LEAST_AREA ? 0 : lacks;
      double having = has < LEAST_AREA ? 0 : has;
      if (lacking + having > 0) {
        different++;
      }
      if (lacking + having > missing + surplus) {
        worst = height;
        missing = lacking;
        surplus = having;
      }
    }

    OutlineComparison result() {
      return new OutlineComparison(heights, different, worst, missing, surplus);
    }
  }

  /// Whether no height differs.
  public boolean agrees() {
    return different == 0;
  }

  /// What differs, in a sentence without its full stop.
  public String words() {
    List<String> parts = new ArrayList<>();
    if (missing > 0) {
      parts.add(String.format(Locale.ROOT, "%.0f mm2 of the model are missing", missing));
    }
    if (surplus > 0) {
      parts.add(String.format(Locale.ROOT, "%.0f mm2 are not in the model", surplus));
    }
    return String.format(
        Locale.ROOT,
        "the outline differs at %d of %d heights, most at %.1f mm, where %s",
        different,
        heights,
        worst,
        String.join(" and ", parts));
  }
}
