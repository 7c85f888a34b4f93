package touchmark.app.format.layerfile;

import java.io.IOException;
import touchmark.app.format.FormatException;

/// Reads the commands of a binary layer file: a number of two bytes, then numbers of two bytes
/// (short) or four (long).
final class BinaryLayers {
  private static final int LAYER_LONG = 127;
  private static final int LAYER_SHORT = 128;
  private static final int POLYLINE_SHORT = 129;
  private static final int POLYLINE_LONG = 130;
  private static final int HATCHES_SHORT = 131;
  private static final int HATCHES_LONG = 132;

  private final LayerInput in;
  private final LayerDraft draft;
  private final boolean aligned;
  private final long start;

  BinaryLayers(LayerInput in, LayerHeader header, LayerDraft draft) {
    this.in = in;
    this.draft = draft;
    this.aligned = header.aligned();
    this.start = in.position();
  }

  void read() throws FormatException, IOException {
    align();
    while (in.peek() >= 0) {
      int command = in.unsignedShort();
      align();
      switch (command) {
        case LAYER_LONG -> draft.layer(in.real());
        case LAYER_SHORT -> draft.layer(in.unsignedShort());
        case POLYLINE_SHORT ->
            polyline(in.unsignedShort(), in.unsignedShort(), in.unsignedShort(), false);
        case POLYLINE_LONG -> polyline(in.integer(), in.integer(), in.integer(), true);
        case HATCHES_SHORT -> hatches(in.unsignedShort(), in.unsignedShort(), false);
        case HATCHES_LONG -> hatches(in.integer(), in.integer(), true);
        default -> throw in.problem("a command from 127 to 132", String.valueOf(command));
      }
      align();
    }
  }

  private void align() throws IOException {
    while (aligned && (in.position() - start) % 4 != 0 && in.peek() >= 0) {
      in.next();
    }
  }

  private void polyline(int part, int direction, int count, boolean reals)
      throws FormatException, IOException {
    float[] points = draft.points(count, 2, reals ? 4 : 2);
    coordinates(points, reals);
    draft.polyline(part, direction, points);
  }

  private void hatches(int part, int count, boolean reals) throws FormatException, IOException {
    float[] points = draft.points(count, 4, reals ? 4 : 2);
    coordinates(points, reals);
    draft.hatches(part, points);
  }

  /// Short coordinates are signed, whatever the specification calls them: files have negative ones.
  private void coordinates(float[] points, boolean reals) throws FormatException, IOException {
    for (int i = 0; i < points.length; i++) {
      points[i] = draft.millimetres(reals ? in.real() : (short) in.unsignedShort());
    }
  }
}
