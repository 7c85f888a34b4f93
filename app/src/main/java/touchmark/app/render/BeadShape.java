package touchmark.app.render;

import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// How wide and high the bead of a move is. Its cross-section has six sides: flat above and below,
/// pointed to the left and right. The faces count around from the top to the right.
record BeadShape(Toolpath toolpath) {
  /// Share of the width that is flat above and below.
  static final double FLAT = 0.6;

  /// How far a bead reaches over its ends, in widths, so that corners close.
  static final double OVERLAP = 0.3;

  private static final double USUAL_HEIGHT = 0.2;
  private static final double USUAL_WIDTH = 0.45;

  /// Area of filament of 1.75 mm.
  private static final double FILAMENT = Math.PI * 0.875 * 0.875;

  /// The layer that a move belongs to, counted from 0.
  int layerOf(int move) {
    int low = 0;
    int high = toolpath.layers() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (toolpath.firstMove(middle) <= move) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// mm, from the layer below; the usual height where that makes no sense.
  double height(int layer) {
    double below = layer == 0 ? 0 : toolpath.layerZ(layer - 1);
    double height = toolpath.layerZ(layer) - below;
    return height > 0.01 && height < 2 ? height : USUAL_HEIGHT;
  }

  /// mm, from the filament pushed.
  ///
  /// @param length of the move, mm
  double width(int move, int layer, double length) {
    if (toolpath.feature(move) == Feature.TRAVEL) {
      return USUAL_WIDTH / 4;
    }
    double width = toolpath.extruded(move) * FILAMENT / (length * height(layer));
    return width > 0.05 && width < 4 ? width : USUAL_WIDTH;
  }

  /// Which of two beads at one height covers the other, in heights of a layer.
  double lift(Feature feature) {
    return switch (feature) {
      case OUTER_WALL -> 0.04;
      case INNER_WALL, OTHER -> 0.03;
      case TOP_SURFACE -> 0.02;
      case SOLID_INFILL, SUPPORT, SKIRT -> 0.01;
      case INFILL, TRAVEL -> 0;
    };
  }

  /// How much the normal of a side points to the right of the move; not of length 1.
  static double outward(int face, double height) {
    return switch (face) {
      case 1, 2 -> height / 2;
      case 4, 5 -> -height / 2;
      default -> 0;
    };
  }

  /// How much the normal of a side points up.
  static double upward(int face, double width) {
    double slope = (1 - FLAT) * width / 2;
    return switch (face) {
      case 0 -> 1;
      case 3 -> -1;
      case 1, 5 -> slope;
      default -> -slope;
    };
  }
}
