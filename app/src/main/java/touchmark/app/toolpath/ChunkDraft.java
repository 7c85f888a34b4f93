package touchmark.app.toolpath;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A [MoveChunk] while it is filled.
final class ChunkDraft {
  private static final int FIRST_PALETTE = 64;

  private final float[] x = new float[MoveChunk.SIZE];
  private final float[] y = new float[MoveChunk.SIZE];
  private final float[] extruded = new float[MoveChunk.SIZE];
  private final char[] states = new char[MoveChunk.SIZE];
  private final short[] beyond = new short[MoveChunk.SIZE];
  private int @Nullable [] lines;
  private int firstLine;
  private int moves;

  private float[] paletteZ = new float[FIRST_PALETTE];
  private float[] paletteSpeed = new float[FIRST_PALETTE];
  private Feature[] paletteFeature = new Feature[FIRST_PALETTE];
  private byte[] paletteFan = new byte[FIRST_PALETTE];
  private byte[] paletteTool = new byte[FIRST_PALETTE];
  private int paletteSize;

  /// Open addressing over the palette: entry + 1, or 0 where free. At most half full.
  private int[] slots = new int[2 * FIRST_PALETTE];

  private int lastState = -1;
  private byte fan;
  private byte tool;

  /// What the fan does from the next move on, in 255 parts of full speed.
  void fan(int parts) {
    if (fan != (byte) parts) {
      fan = (byte) parts;
      lastState = -1;
    }
  }

  /// Which tool makes the next moves.
  void tool(int number) {
    if (tool != (byte) number) {
      tool = (byte) number;
      lastState = -1;
    }
  }

  int moves() {
    return moves;
  }

  boolean isFull() {
    return moves == MoveChunk.SIZE;
  }

  void add(float moveX, float moveY, float z, float e, Feature feature, float speed, int line) {
    if (moves == 0) {
      firstLine = line;
    }
    x[moves] = moveX;
    y[moves] = moveY;
    extruded[moves] = e;
    states[moves] = (char) state(z, feature, speed);
    setLine(line);
    moves++;
  }

  private void setLine(int line) {
    int more = line - firstLine - moves;
    if (lines == null && more != (short) more) {
      int[] wide = new int[MoveChunk.SIZE];
      for (int i = 0; i < moves; i++) {
        wide[i] = firstLine + i + beyond[i];
      }
      lines = wide;
    }
    if (lines == null) {
      beyond[moves] = (short) more;
    } else {
      lines[moves] = line;
    }
  }

  private int state(float z, Feature feature, float speed) {
    if (lastState >= 0 && isState(lastState, z, feature, speed)) {
      return lastState;
    }
    int mask = slots.length - 1;
    int slot = hash(z, feature, speed, fan, tool) & mask;
    while (slots[slot] != 0) {
      if (isState(slots[slot] - 1, z, feature, speed)) {
        lastState = slots[slot] - 1;
        return lastState;
      }
      slot = (slot + 1) & mask;
    }
    if (paletteSize == paletteZ.length) {
      grow();
    }
    paletteZ[paletteSize] = z;
    paletteSpeed[paletteSize] = speed;
    paletteFeature[paletteSize] = feature;
    paletteFan[paletteSize] = fan;
    paletteTool[paletteSize] = tool;
    insert(paletteSize);
    lastState = paletteSize++;
    return lastState;
  }

  private boolean isState(int entry, float z, Feature feature, float speed) {
    return Float.floatToRawIntBits(paletteZ[entry]) == Float.floatToRawIntBits(z)
        && Float.floatToRawIntBits(paletteSpeed[entry]) == Float.floatToRawIntBits(speed)
        && paletteFeature[entry] == feature
        && paletteFan[entry] == fan
        && paletteTool[entry] == tool;
  }

  private static int hash(float z, Feature feature, float speed, byte fan, byte tool) {
    int mixed = Float.floatToRawIntBits(z) * 0x9E3779B9 + Float.floatToRawIntBits(speed);
    mixed = mixed * 0x85EBCA6B + feature.name().hashCode();
    mixed ^= mixed >>> 15;
    mixed += fan * 257 + tool;
    mixed *= 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  private void insert(int entry) {
    int mask = slots.length - 1;
    int slot =
        hash(
                paletteZ[entry],
                paletteFeature[entry],
                paletteSpeed[entry],
                paletteFan[entry],
                paletteTool[entry])
            & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry + 1;
  }

  private void grow() {
    int size = 2 * paletteSize;
    paletteZ = Arrays.copyOf(paletteZ, size);
    paletteSpeed = Arrays.copyOf(paletteSpeed, size);
    paletteFeature = Arrays.copyOf(paletteFeature, size);
    paletteFan = Arrays.copyOf(paletteFan, size);
    paletteTool = Arrays.copyOf(paletteTool, size);
    slots = new int[2 * size];
    for (int entry = 0; entry < paletteSize; entry++) {
      insert(entry);
    }
  }

  /// The moves so far, trimmed; the draft is empty afterwards.
  MoveChunk finish() {
    MoveChunk.LineNumbers numbers =
        lines == null
            ? new MoveChunk.LineNumbers(firstLine, Arrays.copyOf(beyond, moves), null)
            : new MoveChunk.LineNumbers(firstLine, new short[0], Arrays.copyOf(lines, moves));
    MoveChunk chunk =
        new MoveChunk(
            Arrays.copyOf(x, moves),
            Arrays.copyOf(y, moves),
            Arrays.copyOf(extruded, moves),
            Arrays.copyOf(states, moves),
            numbers,
            new MoveChunk.Palette(
                Arrays.copyOf(paletteZ, paletteSize),
                Arrays.copyOf(paletteSpeed, paletteSize),
                Arrays.copyOf(paletteFeature, paletteSize),
                Arrays.copyOf(paletteFan, paletteSize),
                Arrays.copyOf(paletteTool, paletteSize)));
    moves = 0;
    lines = null;
    paletteSize = 0;
    lastState = -1;
    Arrays.fill(slots, 0);
    return chunk;
  }
}
