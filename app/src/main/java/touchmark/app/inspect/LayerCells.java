package touchmark.app.inspect;

import java.util.BitSet;
import touchmark.app.mesh.Box;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.PartFeatures;
import touchmark.app.toolpath.Toolpath;

/// Which squares of the bed each layer of the part prints on, and which of them hold walls.
final class LayerCells {
  /// A square is printed on when the ways in it are longer than this part of its side.
  private static final double ENOUGH = 0.4;

  /// Most squares of all layers together.
  private static final long MOST = 1L << 29;

  private final int columns;
  private final int rows;
  private final double side;
  private final double perSide;
  private final Box bounds;
  private final BitSet[] filled;
  private final BitSet[] walled;

  private LayerCells(Box bounds, double side, int columns, int rows, int layers) {
    this.bounds = bounds;
    this.side = side;
    this.perSide = 1 / side;
    this.columns = columns;
    this.rows = rows;
    this.filled = new BitSet[layers];
    this.walled = new BitSet[layers];
  }

  /// @param side of a square, mm; larger where there would be too many
  static LayerCells of(Toolpath path, Box bounds, double side) {
    double fit = side;
    while (bounds.sizeX() / fit * (bounds.sizeY() / fit) * path.layers() > MOST) {
      fit *= 2;
    }
    int columns = 1 + (int) (bounds.sizeX() / fit);
    int rows = 1 + (int) (bounds.sizeY() / fit);
    LayerCells cells = new LayerCells(bounds, fit, columns, rows, path.layers());
    float[] lengths = new float[columns * rows];
    for (int layer = 0; layer < path.layers(); layer++) {
      cells.rasterize(path, layer, lengths);
    }
    return cells;
  }

  private void rasterize(Toolpath path, int layer, float[] lengths) {
    BitSet fill = new BitSet(lengths.length);
    BitSet wall = new BitSet(lengths.length);
    BitSet touched = new BitSet(lengths.length);
    for (int move = Math.max(1, path.firstMove(layer)); move < path.firstMove(layer + 1); move++) {
      Feature feature = path.feature(move);
      if (PartFeatures.contain(feature)) {
        boolean isWall = PartFeatures.isWall(feature);
        double fromX = path.x(move - 1) - bounds.minX();
        double fromY = path.y(move - 1) - bounds.minY();
        double dx = path.x(move) - bounds.minX() - fromX;
        double dy = path.y(move) - bounds.minY() - fromY;
        double length = Math.sqrt(dx * dx + dy * dy);
        int parts = 1 + (int) (4 * length * perSide);
        for (int part = 0; part < parts; part++) {
          double along = (part + 0.5) / parts;
          int cell = cell(fromX + along * dx, fromY + along * dy);
          lengths[cell] += (float) (length / parts);
          touched.set(cell);
          if (isWall) {
            wall.set(cell);
          }
        }
      }
    }
    for (int cell = touched.nextSetBit(0); cell >= 0; cell = touched.nextSetBit(cell + 1)) {
      if (lengths[cell] > ENOUGH * side) {
        fill.set(cell);
      }
      lengths[cell] = 0;
    }
    filled[layer] = fill;
    walled[layer] = wall;
  }

  private int cell(double x, double y) {
    int column = Math.clamp((int) (x * perSide), 0, columns - 1);
    int row = Math.clamp((int) (y * perSide), 0, rows - 1);
    return row * columns + column;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  int count() {
    return columns * rows;
  }

  int layers() {
    return filled.length;
  }

  boolean isFilled(int layer, int cell) {
    return filled[layer].get(cell);
  }

  boolean isWalled(int layer, int cell) {
    return walled[layer].get(cell);
  }

  /// The square around a cell at a height.
  Box box(int cell, double z) {
    double x = bounds.minX() + cell % columns * side;
    double y = bounds.minY() + Math.floorDiv(cell, columns) * side;
    return new Box(x, y, z, x + side, y + side, z);
  }
}
