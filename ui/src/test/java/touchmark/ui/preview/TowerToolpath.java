package touchmark.ui.preview;

import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// A square tower of 60 mm with two walls, infill and a top, each layer 0.2 mm high.
record TowerToolpath(int layers) implements Toolpath {
  private static final int LINES = 30;
  private static final int MOVES = 10 + 2 * LINES;
  private static final double LOW = 80;
  private static final double SIDE = 60;

  @Override
  public int moves() {
    return layers * MOVES;
  }

  @Override
  public float x(int move) {
    int i = move % MOVES;
    return (float)
        (i < 10 ? LOW + corner(i, (i % 5 == 1) || (i % 5 == 2)) : line(i, (i / 2) % 2 == 0));
  }

  @Override
  public float y(int move) {
    int i = move % MOVES;
    return (float)
        (i < 10
            ? LOW + corner(i, (i % 5 == 2) || (i % 5 == 3))
            : LOW + 1 + (SIDE - 2) * ((i - 9) / 2) / LINES);
  }

  private static double corner(int i, boolean far) {
    double inset = i < 5 ? 0 : 0.45;
    return far ? SIDE - inset : inset;
  }

  private static double line(int i, boolean far) {
    return i % 2 == 0 == far ? LOW + SIDE - 1 : LOW + 1;
  }

  @Override
  public float z(int move) {
    return layerZ(move / MOVES);
  }

  @Override
  public float extruded(int move) {
    if (feature(move) == Feature.TRAVEL) {
      return 0;
    }
    double length = Math.hypot(x(move) - x(move - 1), y(move) - y(move - 1));
    return (float) (length * 0.45 * 0.2 / (Math.PI * 0.875 * 0.875));
  }

  @Override
  public Feature feature(int move) {
    int i = move % MOVES;
    if (i == 0 || i == 5 || i == 10) {
      return Feature.TRAVEL;
    }
    if (i < 5) {
      return Feature.OUTER_WALL;
    }
    if (i < 10) {
      return Feature.INNER_WALL;
    }
    return move / MOVES == layers - 1 ? Feature.TOP_SURFACE : Feature.INFILL;
  }

  @Override
  public float speed(int move) {
    return 60;
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
  public int firstMove(int layer) {
    return layer * MOVES;
  }

  @Override
  public float layerZ(int layer) {
    return 0.2f * (layer + 1);
  }

  @Override
  public Optional<Box> bounds() {
    return Optional.of(new Box(LOW, LOW, 0, LOW + SIDE, LOW + SIDE, 0.2 * layers));
  }
}
