package touchmark.app.format.gcode;

import java.util.EnumMap;
import java.util.Map;

/// Where layers begin: by the slicer's own marks, and by height for a file that has none.
final class LayerTrack {
  /// Heights closer than this are the same layer, mm.
  private static final double SAME_HEIGHT = 0.0005;

  /// A spiral rises all the time; a new turn is counted after this much, mm.
  private static final double SPIRAL_STEP = 0.1;

  /// How slicers mark a layer.
  enum Mark {
    /// PrusaSlicer, SuperSlicer, OrcaSlicer.
    LAYER_CHANGE,
    /// Bambu Studio.
    CHANGE_LAYER,
    /// Cura, ideaMaker.
    LAYER_NUMBER,
    /// Simplify3D.
    LAYER_WITH_HEIGHT,
    /// KISSlicer.
    BEGIN_LAYER
  }

  private final Map<Mark, IntSequence> marks = new EnumMap<>(Mark.class);
  private final IntSequence byHeight = new IntSequence();
  private double height = Double.NaN;

  /// A comment that is a mark says so.
  ///
  /// @param comment without the semicolon and outer blanks
  /// @param nextMove index of the move that comes next
  /// @return whether it was one
  boolean comment(String comment, int nextMove) {
    Mark mark;
    if (comment.equals("LAYER_CHANGE")) {
      mark = Mark.LAYER_CHANGE;
    } else if (comment.equals("CHANGE_LAYER")) {
      mark = Mark.CHANGE_LAYER;
    } else if (comment.startsWith("LAYER:") && isNumber(comment, 6, comment.length())) {
      mark = Mark.LAYER_NUMBER;
    } else if (comment.startsWith("layer ")
        && isNumber(comment, 6, Math.max(6, comment.indexOf(", Z =")))) {
      mark = Mark.LAYER_WITH_HEIGHT;
    } else if (comment.startsWith("BEGIN_LAYER_OBJECT")) {
      mark = Mark.BEGIN_LAYER;
    } else {
      return false;
    }
    marks.computeIfAbsent(mark, any -> new IntSequence()).add(nextMove);
    return true;
  }

  private static boolean isNumber(String text, int from, int to) {
    int at = from < to && text.charAt(from) == '-' ? from + 1 : from;
    if (at >= to) {
      return false;
    }
    for (; at < to; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  /// A move that extrudes along the bed.
  void extruding(int move, double fromZ, double toZ) {
    boolean flat = Math.abs(toZ - fromZ) < SAME_HEIGHT;
    if (Double.isNaN(height) || Math.abs(toZ - height) >= (flat ? SAME_HEIGHT : SPIRAL_STEP)) {
      height = toZ;
      byHeight.add(move);
    }
  }

  /// Whether any mark was seen.
  boolean isMarked() {
    return !marks.isEmpty();
  }

  /// First moves of the layers: of the kind of mark that occurs most, else by height.
  int[] firstMoves() {
    IntSequence most = null;
    for (IntSequence kind : marks.values()) {
      if (most == null || kind.size() > most.size()) {
        most = kind;
      }
    }
    return (most == null ? byHeight : most).toArray();
  }
}
