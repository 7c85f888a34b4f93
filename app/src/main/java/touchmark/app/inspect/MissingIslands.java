package touchmark.app.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.PartBounds;
import touchmark.app.toolpath.Toolpath;

/// Looks for places inside the part where some layers print nothing, though those below and above
/// do, *and around which no wall stands*. A cavity that was modelled has walls like any hole and is
/// no finding here; one that was cut out of the sliced file has none.
///
/// It works on squares that are wider than the gaps of the infill. Where infill is uneven by design
/// (lightning, adaptive) nothing can be told, and nothing is.
final class MissingIslands {
  private static final double LINE_WIDTH = 0.45;
  private static final double USUAL_DENSITY = 0.2;
  private static final double SMALLEST_SIDE = 2.5;
  private static final double LARGEST_SIDE = 10;

  /// Side of a square, in gaps of the infill.
  private static final double GAPS = 2.5;

  /// Layers that must print below and above.
  private static final int SURE = 3;

  private static final int FEWEST_CELLS = 5;

  /// The part of the printed squares around that has no wall.
  private static final double OPEN = 0.6;

  /// More than this part of the inside empty: the infill is so by design.
  private static final double UNEVEN = 0.05;

  private static final int MOST = 16;

  private final Toolpath path;
  private final Map<String, String> settings;

  MissingIslands(Toolpath path, Map<String, String> settings) {
    this.path = path;
    this.settings = settings;
  }

  List<Finding> findings() {
    Optional<Box> bounds = PartBounds.of(path);
    if (bounds.isEmpty() || path.layers() <= 2 * SURE) {
      return List.of();
    }
    LayerCells cells = LayerCells.of(path, bounds.get(), side());
    if (cells.columns() < FEWEST_CELLS || cells.rows() < FEWEST_CELLS) {
      return List.of();
    }
    BitSet[] candidates = candidates(cells);
    List<Island> islands = new ArrayList<>();
    long open = 0;
    for (int layer = 0; layer < cells.layers(); layer++) {
      open += collect(cells, candidates[layer], layer, islands);
    }
    return open > UNEVEN * inside(cells)
        ? List.of()
        : islands.stream().limit(MOST).map(Island::finding).toList();
  }

  private double side() {
    double percent =
        OwnLimits.highest(
                settings, List.of("fill_density", "sparse_infill_density", "infillPercentage"))
            .orElse(100 * USUAL_DENSITY);
    double density = Math.clamp(percent / 100, 0.02, 1);
    return Math.clamp(GAPS * LINE_WIDTH / density, SMALLEST_SIDE, LARGEST_SIDE);
  }

  /// Squares that print nothing in a layer between layers that do.
  private static BitSet[] candidates(LayerCells cells) {
    BitSet[] candidates = new BitSet[cells.layers()];
    for (int layer = 0; layer < candidates.length; layer++) {
      candidates[layer] = new BitSet();
    }
    for (int cell = 0; cell < cells.count(); cell++) {
      int run = 0;
      int below = 0;
      int gap = -1;
      for (int layer = 0; layer < cells.layers(); layer++) {
        if (cells.isFilled(layer, cell)) {
          run++;
          if (run == SURE && gap >= 0 && below >= SURE) {
            for (int empty = gap; empty <= layer - SURE; empty++) {
              candidates[empty].set(cell);
            }
          }
          if (run >= SURE) {
            gap = -1;
          }
        } else {
          if (gap < 0) {
            gap = layer;
            below = run;
          }
          run = 0;
        }
      }
    }
    return candidates;
  }

  /// Squares of infill alone.
  private static long inside(LayerCells cells) {
    long inside = 0;
    for (int layer = 0; layer < cells.layers(); layer++) {
      for (int cell = 0; cell < cells.count(); cell++) {
        if (cells.isFilled(layer, cell) && !cells.isWalled(layer, cell)) {
          inside++;
        }
      }
    }
    return inside;
  }

  /// Joins neighbouring squares of a layer, keeps those without walls around, and joins them with
  /// what the layer below has at the same place.
  ///
  /// @return how many squares were kept
  private long collect(LayerCells cells, BitSet candidates, int layer, List<Island> islands) {
    BitSet left = (BitSet) candidates.clone();
    long kept = 0;
    for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(0)) {
      List<Integer> region = region(cells, left, start);
      if (isOpen(cells, region, layer)) {
        kept += region.size();
        Box box = box(cells, region, layer);
        islands.stream()
            .filter(island -> island.lastLayer >= layer - 1 && island.touches(box))
            .findFirst()
            .ifPresentOrElse(
                island -> island.add(layer, box), () -> islands.add(new Island(layer, box)));
      }
    }
    return kept;
  }

  private static List<Integer> region(LayerCells cells, BitSet left, int start) {
    List<Integer> region = new ArrayList<>();
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.add(start);
    left.clear(start);
    while (!waiting.isEmpty()) {
      int cell = waiting.remove();
      region.add(cell);
      for (int next : around(cells, cell)) {
        if (left.get(next)) {
          left.clear(next);
          waiting.add(next);
        }
      }
    }
    return region;
  }

  private static int[] around(LayerCells cells, int cell) {
    int column = cell % cells.columns();
    int row = cell / cells.columns();
    int[] around = new int[8];
    int count = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        boolean exists =
            (dx != 0 || dy != 0)
                && column + dx >= 0
                && column + dx < cells.columns()
                && row + dy >= 0
                && row + dy < cells.rows();
        if (exists) {
          around[count++] = cell + dy * cells.columns() + dx;
        }
      }
    }
    return Arrays.copyOf(around, count);
  }

  private static boolean isOpen(LayerCells cells, List<Integer> region, int layer) {
    BitSet seen = new BitSet();
    region.forEach(seen::set);
    int printed = 0;
    int walls = 0;
    for (int cell : region) {
      for (int next : around(cells, cell)) {
        if (!seen.get(next)) {
          seen.set(next);
          printed += cells.isFilled(layer, next) ? 1 : 0;
          walls += cells.isWalled(layer, next) ? 1 : 0;
        }
      }
      walls += cells.isWalled(layer, cell) ? 1 : 0;
    }
    return printed > 0 && walls <= (1 - OPEN) * printed;
  }

  private Box box(LayerCells cells, List<Integer> region, int layer) {
    double z = path.layerZ(layer);
    Box box = cells.box(region.getFirst(), z);
    for (int cell : region) {
      box = box.union(cells.box(cell, z));
    }
    return box;
  }

  /// Squares of several layers at one place.
  private static final class Island {
    private final int firstLayer;
    private int lastLayer;
    private Box box;

    Island(int layer, Box box) {
      this.firstLayer = layer;
      this.lastLayer = layer;
      this.box = box;
    }

    boolean touches(Box other) {
      return other.minX() < box.maxX()
          && other.maxX() > box.minX()
          && other.minY() < box.maxY()
          && other.maxY() > box.minY();
    }

    void add(int layer, Box more) {
      lastLayer = layer;
      box = box.union(more);
    }

    Finding finding() {
      return new Finding(
          FindingCodes.EXTRUSION_GAP,
          Severity.CAUTION,
          LayerNames.range(firstLayer, lastLayer)
              + (firstLayer == lastLayer ? " prints" : " print")
              + " nothing around "
              + Quantities.place(box)
              + ", about "
              + Quantities.size(box, LengthUnit.MILLIMETRE)
              + ", though the layers below and above do and no wall stands around it",
          Optional.of(new Place(Optional.of(box), Facets.NONE, OptionalInt.of(firstLayer))));
    }
  }
}
