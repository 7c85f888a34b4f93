package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.toolpath.Toolpath;

/// Which layer of one file stands for which of another: those at the same height, as long as the
/// heights only rise; else those of the same number.
///
/// @param from layer of the first file, -1 when it has none at that height
/// @param to layer of the second file, -1 likewise
record LayerMatch(int from, int to) {
  private static final double SAME_HEIGHT = 0.005;

  static List<LayerMatch> of(Toolpath from, Toolpath to) {
    return rises(from) && rises(to) ? byHeight(from, to) : byNumber(from, to);
  }

  private static boolean rises(Toolpath path) {
    for (int layer = 1; layer < path.layers(); layer++) {
      if (path.layerZ(layer) < path.layerZ(layer - 1) + SAME_HEIGHT) {
        return false;
      }
    }
    return true;
  }

  private static List<LayerMatch> byHeight(Toolpath from, Toolpath to) {
    List<LayerMatch> matches = new ArrayList<>();
    int a = 0;
    int b = 0;
    while (a < from.layers() || b < to.layers()) {
      double heightA = a < from.layers() ? from.layerZ(a) : Double.POSITIVE_INFINITY;
      double heightB = b < to.layers() ? to.layerZ(b) : Double.POSITIVE_INFINITY;
      if (heightA < heightB - SAME_HEIGHT) {
        matches.add(new LayerMatch(a++, -1));
      } else if (heightB < heightA - SAME_HEIGHT) {
        matches.add(new LayerMatch(-1, b++));
      } else {
        matches.add(new LayerMatch(a++, b++));
      }
    }
    return matches;
  }

  private static List<LayerMatch> byNumber(Toolpath from, Toolpath to) {
    List<LayerMatch> matches = new ArrayList<>();
    for (int layer = 0; layer < Math.max(from.layers(), to.layers()); layer++) {
      matches.add(
          new LayerMatch(layer < from.layers() ? layer : -1, layer < to.layers() ? layer : -1));
    }
    return matches;
  }
}
