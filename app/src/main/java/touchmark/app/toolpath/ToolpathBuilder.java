package touchmark.app.toolpath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchmark.app.mesh.Box;

/// Collects moves in the order of the file. One thread at a time.
public final class ToolpathBuilder {
  private final List<MoveChunk> full = new ArrayList<>();
  private final ChunkDraft draft = new ChunkDraft();
  private double lastX;
  private double lastY;
  private double lastZ;
  private boolean anythingExtruded;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double minZ = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;
  private double maxZ = Double.NEGATIVE_INFINITY;

  /// How many moves were added.
  public int moves() {
    return (full.size() << MoveChunk.BITS) + draft.moves();
  }

  /// How fast the fan on the part turns from the next move on, 0 to 1.
  public void fan(double part) {
    draft.fan((int) Math.round(Math.clamp(part, 0, 1) * 255));
  }

  /// The tool of the next moves: 0 at first.
  ///
  /// @param number 0 to 255
  public void tool(int number) {
    if (number < 0 || number > 255) {
      throw new IllegalArgumentException("no tool has the number " + number);
    }
    draft.tool(number);
  }

  /// Adds a move to a place, mm, at a speed, mm a second, that pushes a length of filament, mm.
  ///
  /// @param line of the file, counted from 1
  /// @throws ArithmeticException beyond 2^31 moves
  public void add(
      double x, double y, double z, double extruded, Feature feature, double speed, int line) {
    if (draft.isFull()) {
      Math.addExact(moves(), MoveChunk.SIZE);
      full.add(draft.finish());
    }
    draft.add((float) x, (float) y, (float) z, (float) extruded, feature, (float) speed, line);
    if (extruded > 0 && feature != Feature.TRAVEL) {
      anythingExtruded = true;
      include(lastX, lastY, lastZ);
      include(x, y, z);
    }
    lastX = x;
    lastY = y;
    lastZ = z;
  }

  private void include(double x, double y, double z) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    minZ = Math.min(minZ, z);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
    maxZ = Math.max(maxZ, z);
  }

  /// The toolpath so far, but for up to 65,536 moves at its end; the builder goes on.
  ///
  /// @param firstMoves of the layers so far, ascending; those beyond it are left out
  public Toolpath soFar(int[] firstMoves) {
    int moves = full.size() << MoveChunk.BITS;
    int[] within = Arrays.stream(firstMoves).filter(first -> first < moves).toArray();
    return new ChunkedToolpath(full.toArray(MoveChunk[]::new), moves, within, bounds());
  }

  private Optional<Box> bounds() {
    return anythingExtruded
        ? Optional.of(new Box(minX, minY, minZ, maxX, maxY, maxZ))
        : Optional.empty();
  }

  /// The toolpath, with layers that begin at these moves. The builder is empty afterwards.
  ///
  /// @param firstMoves ascending, each at most [#moves()]; moves before the first belong to no
  ///   layer
  public Toolpath build(int[] firstMoves) {
    int moves = moves();
    int previous = 0;
    for (int first : firstMoves) {
      if (first < previous || first > moves) {
        throw new IllegalArgumentException("layers begin in order and within the moves");
      }
      previous = first;
    }
    if (draft.moves() > 0) {
      full.add(draft.finish());
    }
    Toolpath path =
        new ChunkedToolpath(full.toArray(MoveChunk[]::new), moves, firstMoves.clone(), bounds());
    full.clear();
    return path;
  }
}
