package touchmark.app.render;

/// What is drawn, as seen by the shading: a number from the visibility buffer has a surface. Each
/// worker has its own, because it remembers the last one asked for.
abstract class Surfaces {
  /// Components of the normal, towards the eye, length 1.
  double normalX;

  double normalY;
  double normalZ;

  /// Before light falls on it.
  int colour;

  /// Shown in its colour whatever the light: the flat of a section.
  boolean flat;

  /// Sets the fields for the thing with this number.
  abstract void at(int id);

  /// Whether thin dark lines are drawn where the surface breaks.
  abstract boolean lined();

  /// The facet or move that a number stands for.
  abstract int item(int id);
}
