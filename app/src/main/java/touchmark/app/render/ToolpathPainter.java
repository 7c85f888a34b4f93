package touchmark.app.render;

import java.util.EnumSet;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// Draws the moves of a toolpath as beads: prisms of six sides, as wide as the filament pushed and
/// as high as the layer. A bead of less than a pixel or two becomes a ribbon.
///
/// A number in the buffer is the move times eight plus the face. All numbers fit 32 bits, read
/// without a sign.
final class ToolpathPainter implements Painter {
  private static final int BLOCK = 8_192;
  private static final int FACES = 8;
  private static final int RIBBON = 6;

  /// Moves drawn one by one while the view moves, and when it rests. Above, layers inside the range
  /// are drawn as shells.
  private static final int MOVES_IN_MOTION = 400_000;

  private static final int MOVES_AT_REST = 4_000_000;

  /// Layers at the ends of the range that a shell shows whole.
  private static final int WHOLE_ABOVE = 40;

  private static final int WHOLE_BELOW = 3;

  /// Beads thinner than so many pixels are ribbons.
  private static final double THIN = 2.2;

  /// Layers lower than so many pixels show no rounding.
  private static final double SHIMMER = 3;

  private final Subject.Sliced sliced;
  private final Toolpath toolpath;
  private final Palette palette;
  private final Projector projector;
  private final BeadShape beads;
  private final EnumSet<Feature> drawn = EnumSet.allOf(Feature.class);
  private final boolean shellOnly;

  ToolpathPainter(Subject.Sliced sliced, Palette palette, Projector projector, Detail detail) {
    this.sliced = sliced;
    this.palette = palette;
    this.projector = projector;
    toolpath = sliced.toolpath();
    beads = new BeadShape(toolpath);
    drawn.removeAll(sliced.hidden());
    int limit =
        switch (detail) {
          case MOVING -> MOVES_IN_MOTION;
          case RESTING -> MOVES_AT_REST;
        };
    shellOnly = end() - start() > limit;
  }

  private int start() {
    return toolpath.firstMove(sliced.layers().first());
  }

  private int end() {
    return Math.max(
        start(), Math.min(sliced.endMove(), toolpath.firstMove(sliced.layers().last() + 1)));
  }

  @Override
  public void draw(Workers workers, VisibilityBuffer[] buffers) {
    int start = start();
    workers.each(
        end() - start,
        BLOCK,
        (worker, from, to) -> {
          Brush brush = new Brush(buffers[worker]);
          int layer = beads.layerOf(start + from);
          for (int move = start + from; move < start + to; move++) {
            while (move >= toolpath.firstMove(layer + 1)) {
              layer++;
            }
            if (isDrawn(move, layer)) {
              brush.draw(move, layer);
            }
          }
        });
  }

  private boolean isDrawn(int move, int layer) {
    Feature feature = toolpath.feature(move);
    if (!drawn.contains(feature) || (toolpath.extruded(move) <= 0 && feature != Feature.TRAVEL)) {
      return false;
    }
    if (!shellOnly
        || layer > sliced.layers().last() - WHOLE_ABOVE
        || layer < sliced.layers().first() + WHOLE_BELOW) {
      return true;
    }
    return switch (feature) {
      case OUTER_WALL, TOP_SURFACE, SKIRT, OTHER -> true;
      case INNER_WALL, INFILL, SOLID_INFILL, SUPPORT, TRAVEL -> false;
    };
  }

  @Override
  public Surfaces surfaces() {
    return new BeadSurfaces();
  }

  /// Draws beads for one worker, each from six corners at either end.
  private final class Brush {
    private final VisibilityBuffer into;
    private final double[] x = new double[12];
    private final double[] y = new double[12];
    private final double[] depth = new double[12];

    private Brush(VisibilityBuffer into) {
      this.into = into;
    }

    private void draw(int move, int layer) {
      if (move == 0) {
        return;
      }
      double startX = toolpath.x(move - 1);
      double startY = toolpath.y(move - 1);
      double startZ = toolpath.z(move - 1);
      double endX = toolpath.x(move);
      double endY = toolpath.y(move);
      double endZ = toolpath.z(move);
      double dx = endX - startX;
      double dy = endY - startY;
      double length = Math.sqrt(dx * dx + dy * dy);
      if (length < 1e-6) {
        return;
      }
      double ahead = projector.ahead(endX, endY, endZ);
      if (ahead < projector.near() || projector.ahead(startX, startY, startZ) < projector.near()) {
        return;
      }
      double width = beads.width(move, layer, length);
      double height = beads.height(layer);
      double pixels = width * projector.magnified(ahead);
      dx /= length;
      dy /= length;
      if (pixels < THIN || toolpath.feature(move) == Feature.TRAVEL) {
        ribbon(move, startX, startY, startZ, endX, endY, endZ, height, pixels);
        return;
      }
      double overlap = BeadShape.OVERLAP * width;
      double lift = beads.lift(toolpath.feature(move)) * height;
      ring(0, startX - dx * overlap, startY - dy * overlap, startZ + lift, dx, dy, width, height);
      ring(6, endX + dx * overlap, endY + dy * overlap, endZ + lift, dx, dy, width, height);
      if (outside()) {
        return;
      }
      faces(move, dx, dy, width, height, startX, startY, startZ);
    }

    // Corners of a cross-section, around from the upper left.
    private void ring(
        int at,
        double px,
        double py,
        double pz,
        double dx,
        double dy,
        double width,
        double height) {
      double narrow = BeadShape.FLAT * width / 2;
      double wide = width / 2;
      corner(at, px - dy * narrow, py + dx * narrow, pz);
      corner(at + 1, px + dy * narrow, py - dx * narrow, pz);
      corner(at + 2, px + dy * wide, py - dx * wide, pz - height / 2);
      corner(at + 3, px + dy * narrow, py - dx * narrow, pz - height);
      corner(at + 4, px - dy * narrow, py + dx * narrow, pz - height);
      corner(at + 5, px - dy * wide, py + dx * wide, pz - height / 2);
    }

    private void corner(int at, double px, double py, double pz) {
      double ahead = Math.max(projector.near(), projector.ahead(px, py, pz));
      double magnified = projector.magnified(ahead);
      x[at] = projector.pixelX(projector.across(px, py), magnified);
      y[at] = projector.pixelY(projector.above(px, py, pz), magnified);
      depth[at] = projector.depth(ahead);
    }

    private boolean outside() {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double top = Double.POSITIVE_INFINITY;
      double bottom = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < 12; i++) {
        left = Math.min(left, x[i]);
        right = Math.max(right, x[i]);
        top = Math.min(top, y[i]);
        bottom = Math.max(bottom, y[i]);
      }
      return right < 0 || left > into.width() || bottom < 0 || top > into.height();
    }

    private void faces(
        int move,
        double dx,
        double dy,
        double width,
        double height,
        double px,
        double py,
        double pz) {
      for (int face = 0; face < FACES - 2; face++) {
        double outward = BeadShape.outward(face, height);
        double upward = BeadShape.upward(face, width);
        double side = face == 0 || face == 3 ? 0 : width / 2;
        boolean left = outward < 0;
        double ox = left ? -dy : dy;
        double oy = left ? dx : -dx;
        double level = face == 0 ? 0 : face == 3 ? height : height / 2;
        if (projector.seesFront(
            px + ox * side,
            py + oy * side,
            pz - level,
            ox * Math.abs(outward),
            oy * Math.abs(outward),
            upward)) {
          int next = face == 5 ? 0 : face + 1;
          quad(move * FACES + face, face, next, next + 6, face + 6);
        }
      }
      if (projector.seesFront(px, py, pz, -dx, -dy, 0)) {
        cap(move * FACES + 6, 0);
      }
      if (projector.seesFront(toolpath.x(move), toolpath.y(move), pz, dx, dy, 0)) {
        cap(move * FACES + 7, 6);
      }
    }

    private void cap(int id, int first) {
      triangle(id, first, first + 1, first + 2);
      triangle(id, first, first + 2, first + 3);
      triangle(id, first, first + 3, first + 4);
      triangle(id, first, first + 4, first + 5);
    }

    private void quad(int id, int a, int b, int c, int d) {
      triangle(id, a, b, c);
      triangle(id, a, c, d);
    }

    private void triangle(int id, int a, int b, int c) {
      into.triangle(id, x[a], y[a], depth[a], x[b], y[b], depth[b], x[c], y[c], depth[c]);
    }

    // Always as wide on the picture as the bead, whatever the direction.
    private void ribbon(
        int move,
        double startX,
        double startY,
        double startZ,
        double endX,
        double endY,
        double endZ,
        double height,
        double pixels) {
      corner(0, startX, startY, startZ - height / 2);
      corner(1, endX, endY, endZ - height / 2);
      double alongX = x[1] - x[0];
      double alongY = y[1] - y[0];
      double length = Math.max(1e-9, Math.sqrt(alongX * alongX + alongY * alongY));
      double half = Math.max(pixels, 1) / 2;
      double ux = alongX / length * half;
      double uy = alongY / length * half;
      x[3] = x[0] - ux + uy;
      y[3] = y[0] - uy - ux;
      x[4] = x[0] - ux - uy;
      y[4] = y[0] - uy + ux;
      x[5] = x[1] + ux - uy;
      y[5] = y[1] + uy + ux;
      x[6] = x[1] + ux + uy;
      y[6] = y[1] + uy - ux;
      depth[3] = depth[0];
      depth[4] = depth[0];
      depth[5] = depth[1];
      depth[6] = depth[1];
      quad(ribbonId(move), 3, 4, 5, 6);
    }

    private int ribbonId(int move) {
      if (showsTop(move)) {
        return move * FACES;
      }
      double dx = (double) toolpath.x(move) - toolpath.x(move - 1);
      double dy = (double) toolpath.y(move) - toolpath.y(move - 1);
      // Lit as the upper side that turns to the eye.
      boolean right =
          projector.seesFront(toolpath.x(move), toolpath.y(move), toolpath.z(move), dy, -dx, 0);
      return move * FACES + (right ? 1 : 5);
    }

    // Of walls one sees the side, except in the last layer.
    private boolean showsTop(int move) {
      return switch (toolpath.feature(move)) {
        case OUTER_WALL, INNER_WALL, OTHER -> move >= toolpath.firstMove(sliced.layers().last());
        case INFILL, SOLID_INFILL, TOP_SURFACE, SUPPORT, SKIRT, TRAVEL -> true;
      };
    }
  }

  private final class BeadSurfaces extends Surfaces {
    @Override
    void at(int id) {
      int move = item(id);
      int face = id & (FACES - 1);
      double dx = (double) toolpath.x(move) - toolpath.x(move - 1);
      double dy = (double) toolpath.y(move) - toolpath.y(move - 1);
      double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
      dx /= length;
      dy /= length;
      colour = palette.colour(toolpath.feature(move));
      if (face >= RIBBON) {
        double way = face == RIBBON ? -1 : 1;
        normalX = dx * way;
        normalY = dy * way;
        normalZ = 0;
        return;
      }
      int layer = beads.layerOf(move);
      double width = beads.width(move, layer, length);
      double height = beads.height(layer);
      double outward = BeadShape.outward(face, height);
      double upward = BeadShape.upward(face, width) * (outward == 0 ? 1 : rounded(height));
      double by = 1 / Math.sqrt(outward * outward + upward * upward);
      normalX = dy * outward * by;
      normalY = -dx * outward * by;
      normalZ = upward * by;
    }

    // Layers thinner than a few pixels would shimmer: their sides are lit as one wall.
    private double rounded(double height) {
      return Math.clamp((height * projector.scale() - SHIMMER) / SHIMMER, 0, 1);
    }

    @Override
    boolean lined() {
      return false;
    }

    @Override
    int item(int id) {
      return id >>> 3;
    }
  }
}
