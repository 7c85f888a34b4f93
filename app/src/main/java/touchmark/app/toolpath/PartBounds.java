package touchmark.app.toolpath;

import java.util.Optional;
import touchmark.app.mesh.Box;

/// The box around the part itself: walls, infill and surfaces, without skirt, support and priming.
/// It is smaller than the model by half an extrusion width on each side.
public final class PartBounds {
  private PartBounds() {}

  /// Empty when the file names no feature of a part.
  public static Optional<Box> of(Toolpath path) {
    float minX = Float.POSITIVE_INFINITY;
    float minY = Float.POSITIVE_INFINITY;
    float minZ = Float.POSITIVE_INFINITY;
    float maxX = Float.NEGATIVE_INFINITY;
    float maxY = Float.NEGATIVE_INFINITY;
    float maxZ = Float.NEGATIVE_INFINITY;
    int first = path.layers() == 0 ? 1 : Math.max(1, path.firstMove(0));
    for (int move = first; move < path.moves(); move++) {
      if (PartFeatures.contain(path.feature(move))) {
        float fromX = path.x(move - 1);
        float fromY = path.y(move - 1);
        float x = path.x(move);
        float y = path.y(move);
        float z = path.z(move);
        minX = Math.min(minX, Math.min(fromX, x));
        minY = Math.min(minY, Math.min(fromY, y));
        minZ = Math.min(minZ, z);
        maxX = Math.max(maxX, Math.max(fromX, x));
        maxY = Math.max(maxY, Math.max(fromY, y));
        maxZ = Math.max(maxZ, z);
      }
    }
    return minX > maxX
        ? Optional.empty()
        : Optional.of(new Box(minX, minY, minZ, maxX, maxY, maxZ));
  }
}
