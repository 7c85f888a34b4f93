package touchmark.app.toolpath;

import org.jspecify.annotations.Nullable;

/// Up to 65,536 moves as structure of arrays: 16 bytes a move. What moves share (height, feature,
/// speed, fan, tool) stands once in a palette; a chunk is just small enough that two bytes name any
/// entry.
final class MoveChunk {
  static final int BITS = 16;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  private final float[] xs;
  private final float[] ys;
  private final float[] extruded;
  private final LineNumbers lines;
  private final Palette palette;

  /// Index into the palette, for each move.
  private final char[] states;

  /// Line numbers: what a move's number has beyond one line for each move, in two bytes, unless
  /// that is too much anywhere.
  ///
  /// @param wide the line numbers themselves, then nothing beyond
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record LineNumbers(int first, short[] beyond, int @Nullable [] wide) {
    int at(int index) {
      return wide == null ? first + index + beyond[index] : wide[index];
    }
  }

  /// What moves share.
  ///
  /// @param fans in 255 parts of full speed
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Palette(float[] zs, float[] speeds, Feature[] features, byte[] fans, byte[] tools) {}

  MoveChunk(
      float[] xs, float[] ys, float[] extruded, char[] states, LineNumbers lines, Palette palette) {
    this.xs = xs;
    this.ys = ys;
    this.extruded = extruded;
    this.states = states;
    this.lines = lines;
    this.palette = palette;
  }

  float x(int index) {
    return xs[index];
  }

  float y(int index) {
    return ys[index];
  }

  float z(int index) {
    return palette.zs[states[index]];
  }

  float extruded(int index) {
    return extruded[index];
  }

  Feature feature(int index) {
    return palette.features[states[index]];
  }

  float speed(int index) {
    return palette.speeds[states[index]];
  }

  float fan(int index) {
    return (palette.fans[states[index]] & 0xFF) / 255f;
  }

  int tool(int index) {
    return palette.tools[states[index]] & 0xFF;
  }

  int line(int index) {
    return lines.at(index);
  }
}
