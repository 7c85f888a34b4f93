package touchmark.app.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// A toolpath built move by move, for tests.
final class Moves implements Toolpath {
  private record Move(float x, float y, float z, float extruded, Feature feature) {}

  private final List<Move> moves = new ArrayList<>();
  private final List<Integer> firstMoves = new ArrayList<>();
  private final List<Float> heights = new ArrayList<>();

  /// Square layers of 20 mm, 0.2 mm high: two walls, and lines inside or on top.
  static Moves tower(int layers) {
    Moves tower = new Moves();
    for (int layer = 0; layer < layers; layer++) {
      boolean last = layer == layers - 1;
      tower.layer(0.2 * (layer + 1));
      tower.square(100, 120, Feature.OUTER_WALL);
      tower.square(100.45, 119.55, Feature.INNER_WALL);
      double step = last ? 0.45 : 2;
      for (double y = 101; y < 119; y += 2 * step) {
        tower.go(101, y);
        tower.push(119, y, last ? Feature.TOP_SURFACE : Feature.INFILL);
        tower.push(119, y + step, last ? Feature.TOP_SURFACE : Feature.INFILL);
        tower.push(101, y + step, last ? Feature.TOP_SURFACE : Feature.INFILL);
      }
    }
    return tower;
  }

  Moves layer(double z) {
    firstMoves.add(moves.size());
    heights.add((float) z);
    return this;
  }

  Moves go(double x, double y) {
    moves.add(new Move((float) x, (float) y, heights.getLast(), 0, Feature.TRAVEL));
    return this;
  }

  Moves push(double x, double y, Feature feature) {
    Move from = moves.getLast();
    double length = Math.hypot(x - from.x, y - from.y);
    double filament = length * 0.45 * 0.2 / (Math.PI * 0.875 * 0.875);
    moves.add(new Move((float) x, (float) y, heights.getLast(), (float) filament, feature));
    return this;
  }

  private void square(double low, double high, Feature feature) {
    go(low, low);
    push(high, low, feature);
    push(high, high, feature);
    push(low, high, feature);
    push(low, low, feature);
  }

  @Override
  public int moves() {
    return moves.size();
  }

  @Override
  public float x(int move) {
    return moves.get(move).x;
  }

  @Override
  public float y(int move) {
    return moves.get(move).y;
  }

  @Override
  public float z(int move) {
    return moves.get(move).z;
  }

  @Override
  public float extruded(int move) {
    return moves.get(move).extruded;
  }

  @Override
  public Feature feature(int move) {
    return moves.get(move).feature;
  }

  @Override
  public float speed(int move) {
    return 50;
  }

  @Override
  public float fan(int move) {
    return 1;
  }

  @Override
  public int tool(int move) {
    return 0;
  }

  @Override
  public int line(int move) {
    return move + 1;
  }

  @Override
  public int layers() {
    return firstMoves.size();
  }

  @Override
  public int firstMove(int layer) {
    return layer == firstMoves.size() ? moves.size() : firstMoves.get(layer);
  }

  @Override
  public float layerZ(int layer) {
    return heights.get(layer);
  }

  @Override
  public Optional<Box> bounds() {
    Optional<Box> box = Optional.empty();
    for (Move move : moves) {
      Box point = new Box(move.x, move.y, 0, move.x, move.y, move.z);
      box = Optional.of(box.map(point::union).orElse(point));
    }
    return box;
  }
}
