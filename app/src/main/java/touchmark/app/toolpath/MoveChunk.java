package touchmark.app.toolpath;

import org.jspecify.annotations.Nullable;

/// Up to 65,536 moves as structure of arrays: 16 bytes a move. What moves share (height, feature,
/// speed) stands once in a palette; a chunk is just small enough that two bytes name any entry.
///
/// @param lineOffsets from `firstLine`, unless a chunk spans too many lines; then `lines` has them
record MoveChunk(
    float[] x,
    float[] y,
    float[] extruded,
    char[] states,
    char[] lineOffsets,
    int firstLine,
    int @Nullable [] lines,
    float[] paletteZ,
    float[] paletteSpeed,
    Feature[] paletteFeature) {
  static final int BITS = 16;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  int line(int index) {
    return lines == null ? firstLine + lineOffsets[index] : lines[index];
  }
}
