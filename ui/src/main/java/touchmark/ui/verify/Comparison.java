package touchmark.ui.verify;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.ToolpathFacts;

/// Numbers of the registered file beside those of the file in hand.
///
/// @param rows the weightiest first
record Comparison(List<Row> rows) {
  /// What is compared.
  enum Measure {
    VOIDS,
    SHELLS,
    OPEN_EDGES,
    TRIANGLES,
    VOLUME,
    LAYERS,
    MOVES,
    FILAMENT
  }

  /// @param unit symbol after the number, or empty
  record Row(Measure measure, double registered, double here, String unit) {
    /// Whether a person would see a difference in the figures that are shown.
    boolean differs() {
      return Math.abs(registered - here) > 0.05;
    }
  }

  Comparison {
    rows = List.copyOf(rows);
  }

  /// Empty when the two are of different kinds.
  static Comparison of(Inspection registered, Inspection here) {
    List<Row> rows = new ArrayList<>();
    registered.mesh().ifPresent(was -> here.mesh().ifPresent(is -> rows.addAll(meshes(was, is))));
    registered
        .toolpath()
        .ifPresent(was -> here.toolpath().ifPresent(is -> rows.addAll(toolpaths(was, is))));
    return new Comparison(rows);
  }

  private static List<Row> meshes(MeshFacts was, MeshFacts is) {
    double wasCubic = cubicCentimetres(was);
    double isCubic = cubicCentimetres(is);
    return List.of(
        new Row(Measure.VOIDS, was.internalVoids().size(), is.internalVoids().size(), ""),
        new Row(Measure.SHELLS, was.shells(), is.shells(), ""),
        new Row(Measure.OPEN_EDGES, was.openEdges(), is.openEdges(), ""),
        new Row(Measure.TRIANGLES, was.triangles(), is.triangles(), ""),
        new Row(Measure.VOLUME, wasCubic, isCubic, "cm\u00b3"));
  }

  private static double cubicCentimetres(MeshFacts facts) {
    return facts.volume() * Math.pow(facts.unit().millimetres() / 10, 3);
  }

  private static List<Row> toolpaths(ToolpathFacts was, ToolpathFacts is) {
    return List.of(
        new Row(Measure.LAYERS, was.layers(), is.layers(), ""),
        new Row(Measure.MOVES, was.moves(), is.moves(), ""),
        new Row(Measure.FILAMENT, was.extrusion() / 1000, is.extrusion() / 1000, "m"));
  }
}
