package touchmark.app.format.layerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchmark.app.format.FormatException;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;

/// The layers of a file while they are read.
final class LayerDraft {
  private static final double FARTHEST = 1e6;
  private static final int MOST_LAYERS = 1_000_000;
  private static final int MOST_SAID = 1000;

  private final LayerInput in;
  private final LayerHeader header;
  private final List<Slice> layers = new ArrayList<>();
  private final Map<String, String> said = new LinkedHashMap<>();
  private List<SliceLine> lines = new ArrayList<>();
  private double top = Double.NaN;

  LayerDraft(LayerInput in, LayerHeader header) {
    this.in = in;
    this.header = header;
    said.putAll(header.said());
  }

  /// A layer begins.
  ///
  /// @param height of its upper side, in units of the file
  void layer(double height) throws FormatException {
    finishLayer();
    if (layers.size() == MOST_LAYERS) {
      throw in.problem("at most " + MOST_LAYERS + " layers", "more");
    }
    top = checked(height);
  }

  /// A line of the layer.
  ///
  /// @param direction 0 clockwise, 1 counter-clockwise, 2 open
  void polyline(long part, int direction, float[] points) throws FormatException {
    SliceLine.Kind kind =
        switch (direction) {
          case 0 -> SliceLine.Kind.INNER_CONTOUR;
          case 1 -> SliceLine.Kind.OUTER_CONTOUR;
          case 2 -> SliceLine.Kind.OPEN_LINE;
          default -> throw in.problem("a direction from 0 to 2", String.valueOf(direction));
        };
    add(kind, part, points);
  }

  void hatches(long part, float[] points) throws FormatException {
    add(SliceLine.Kind.HATCHES, part, points);
  }

  private void add(SliceLine.Kind kind, long part, float[] points) throws FormatException {
    if (Double.isNaN(top)) {
      throw in.problem("a layer before its lines", "lines");
    }
    if (part < 0 || part > Integer.MAX_VALUE) {
      throw in.problem("a number of a part", String.valueOf(part));
    }
    lines.add(new SliceLine(kind, (int) part, points));
  }

  /// Something else that the file says; the first of each counts.
  void say(String key, String value) {
    if (said.size() < MOST_SAID) {
      said.putIfAbsent(key, value);
    }
  }

  /// A coordinate in mm.
  float millimetres(double value) throws FormatException {
    return (float) checked(value);
  }

  private double checked(double value) throws FormatException {
    double length = value * header.unit();
    if (!(Math.abs(length) <= FARTHEST)) {
      throw in.problem("a place within 1000 m", String.valueOf(value));
    }
    return length;
  }

  /// How many points a command may announce: each coordinate takes some bytes.
  float[] points(long announced, int coordinates, int bytes) throws FormatException {
    long most = (in.left() + 1) / ((long) coordinates * bytes);
    if (announced < 0 || announced > most) {
      throw in.problem("at most " + most + " points in what is left", announced + " announced");
    }
    return new float[(int) announced * coordinates];
  }

  private void finishLayer() {
    if (!Double.isNaN(top)) {
      layers.add(new Slice(top, 0, lines));
      lines = new ArrayList<>();
    }
  }

  Slices slices() throws FormatException {
    finishLayer();
    top = Double.NaN;
    if (layers.isEmpty()) {
      throw in.problem("at least one layer", "the end of the file");
    }
    return new Slices(layers, said, header.box(), header.layers());
  }
}
