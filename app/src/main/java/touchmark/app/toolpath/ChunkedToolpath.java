package touchmark.app.toolpath;

import java.util.Objects;
import java.util.Optional;
import touchmark.app.mesh.Box;

/// A toolpath in chunks. Immutable; any thread may read it.
final class ChunkedToolpath implements Toolpath {
  private final MoveChunk[] chunks;
  private final int moves;
  private final int[] firstMoves;
  private final float[] layerZ;
  private final Optional<Box> bounds;

  ChunkedToolpath(MoveChunk[] chunks, int moves, int[] firstMoves, Optional<Box> bounds) {
    this.chunks = chunks;
    this.moves = moves;
    this.firstMoves = firstMoves;
    this.bounds = bounds;
    this.layerZ = new float[firstMoves.length];
    for (int layer = 0; layer < layerZ.length; layer++) {
      layerZ[layer] = printedAt(layer);
    }
  }

  /// The height of the first extruding move; without one, where the layer begins.
  private float printedAt(int layer) {
    int end = firstMove(layer + 1);
    for (int move = firstMoves[layer]; move < end; move++) {
      if (feature(move) != Feature.TRAVEL) {
        return z(move);
      }
    }
    if (firstMoves[layer] < moves) {
      return z(firstMoves[layer]);
    }
    return moves == 0 ? 0 : z(moves - 1);
  }

  @Override
  public int moves() {
    return moves;
  }

  @Override
  public float x(int move) {
    return chunks[move >>> MoveChunk.BITS].x(move & MoveChunk.MASK);
  }

  @Override
  public float y(int move) {
    return chunks[move >>> MoveChunk.BITS].y(move & MoveChunk.MASK);
  }

  @Override
  public float z(int move) {
    return chunks[move >>> MoveChunk.BITS].z(move & MoveChunk.MASK);
  }

  @Override
  public float extruded(int move) {
    return chunks[move >>> MoveChunk.BITS].extruded(move & MoveChunk.MASK);
  }

  @Override
  public Feature feature(int move) {
    return chunks[move >>> MoveChunk.BITS].feature(move & MoveChunk.MASK);
  }

  @Override
  public float speed(int move) {
    return chunks[move >>> MoveChunk.BITS].speed(move & MoveChunk.MASK);
  }

  @Override
  public float fan(int move) {
    return chunks[move >>> MoveChunk.BITS].fan(move & MoveChunk.MASK);
  }

  @Override
  public int tool(int move) {
    return chunks[move >>> MoveChunk.BITS].tool(move & MoveChunk.MASK);
  }

  @Override
  public int line(int move) {
    return chunks[move >>> MoveChunk.BITS].line(move & MoveChunk.MASK);
  }

  @Override
  public int layers() {
    return firstMoves.length;
  }

  @Override
  public int firstMove(int layer) {
    Objects.checkIndex(layer, firstMoves.length + 1);
    return layer == firstMoves.length ? moves : firstMoves[layer];
  }

  @Override
  public float layerZ(int layer) {
    return layerZ[layer];
  }

  @Override
  public Optional<Box> bounds() {
    return bounds;
  }
}
