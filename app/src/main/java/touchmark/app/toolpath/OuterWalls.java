package touchmark.app.toolpath;

import touchmark.app.mesh.Lines;

/// The outer walls of one layer as closed lines.
public final class OuterWalls {
  private OuterWalls() {}

  /// x and y of the first and of the second end of each line in turn, mm. Each wall is closed,
  /// though the nozzle stops short of where it began; a layer without outer walls has no lines.
  public static double[] of(Toolpath path, int layer) {
    Lines walls = new Lines();
    int runBegins = -1;
    int end = path.firstMove(layer + 1);
    for (int move = Math.max(1, path.firstMove(layer)); move <= end; move++) {
      boolean wall =
          move < end && path.feature(move) == Feature.OUTER_WALL && path.extruded(move) > 0;
      if (wall) {
        runBegins = runBegins < 0 ? move - 1 : runBegins;
        walls.add(path.x(move - 1), path.y(move - 1), path.x(move), path.y(move));
      } else if (runBegins >= 0) {
        walls.add(path.x(move - 1), path.y(move - 1), path.x(runBegins), path.y(runBegins));
        runBegins = -1;
      }
    }
    return walls.ends();
  }
}
