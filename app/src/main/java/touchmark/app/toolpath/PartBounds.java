package touchmark.app.toolpath;

import java.util.Optional;
import touchmark.app.mesh.Box;

/// The box around the part itself: walls, infill and surfaces, without skirt, support and priming.
/// It is smaller than the model by half an extrusion width on each side.
public final class PartBounds {
  private PartBounds() {}

  /// Empty when the file names no feature of a part.
  public static Optional<Box> of(Toolpath path) {
    Optional<Box> bounds = Optional.empty();
    for (int move = Math.max(1, path.layers() == 0 ? 1 : path.firstMove(0));
        move < path.moves();
        move++) {
      if (PartFeatures.contain(path.feature(move))) {
        Box segment = segment(path, move);
        bounds = Optional.of(bounds.map(box -> box.union(segment)).orElse(segment));
      }
    }
    return bounds;
  }

  private static Box segment(Toolpath path, int move) {
    float fromX = path.x(move - 1);
    float fromY = path.y(move - 1);
    float z = path.z(move);
    return new Box(
        Math.min(fromX, path.x(move)),
        Math.min(fromY, path.y(move)),
        z,
        Math.max(fromX, path.x(move)),
        Math.max(fromY, path.y(move)),
        z);
  }
}
