package touchmark.app.render;

import java.util.Arrays;
import java.util.List;

/// Highlighted facets in a visibility buffer of their own, laid over a shaded picture, through the
/// walls if wanted.
final class Marks {
  /// How much of a mark shows through a wall.
  private static final double THROUGH = 0.68;

  private static final double RIM = 0.55;

  private final VisibilityBuffer marks;
  private final int[] facets;
  private final int[] colours;
  private final boolean seeThrough;

  private Marks(VisibilityBuffer marks, int[] facets, int[] colours, boolean seeThrough) {
    this.marks = marks;
    this.facets = facets;
    this.colours = colours;
    this.seeThrough = seeThrough;
  }

  /// Draws the highlighted facets of a model.
  static Marks of(
      Subject.Solid solid, Palette palette, MeshPainter painter, VisibilityBuffer empty) {
    List<Highlight> highlights = solid.highlights();
    int total = highlights.stream().mapToInt(highlight -> highlight.facets().count()).sum();
    int[] facets = new int[total];
    int[] colours = new int[total];
    int at = 0;
    for (Highlight highlight : highlights) {
      int[] indices = highlight.facets().indices().toArray();
      System.arraycopy(indices, 0, facets, at, indices.length);
      Arrays.fill(colours, at, at + indices.length, palette.colour(highlight.tone()));
      at += indices.length;
    }
    painter.draw(empty, facets);
    return new Marks(empty, facets, colours, solid.seeThrough());
  }

  /// Lays the marks over some rows.
  void over(
      Shading shading,
      VisibilityBuffer scene,
      MeshPainter.MeshSurfaces surfaces,
      int fromRow,
      int toRow) {
    int width = scene.width();
    for (int row = fromRow; row < toRow; row++) {
      for (int column = 0; column < width; column++) {
        int i = row * width + column;
        long mark = marks.keys()[i];
        if (mark == VisibilityBuffer.NOTHING) {
          continue;
        }
        boolean visible = VisibilityBuffer.atLeastAsNear(mark, scene.keys()[i]);
        if (visible || seeThrough) {
          int id = VisibilityBuffer.id(mark);
          surfaces.orient(facets[id]);
          int colour = Colour.lit(colours[id], shading.light().on(surfaces));
          if (!visible && rim(row, column)) {
            colour = Colour.lit(colour, RIM);
          }
          int[] into = shading.colours();
          into[i] = visible ? colour : Colour.mix(into[i], colour, THROUGH);
        }
      }
    }
  }

  private boolean rim(int row, int column) {
    return isEmpty(row - 1, column)
        || isEmpty(row + 1, column)
        || isEmpty(row, column - 1)
        || isEmpty(row, column + 1);
  }

  private boolean isEmpty(int row, int column) {
    return row < 0
        || column < 0
        || row >= marks.height()
        || column >= marks.width()
        || marks.keys()[row * marks.width() + column] == VisibilityBuffer.NOTHING;
  }
}
