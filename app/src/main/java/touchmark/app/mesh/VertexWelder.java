package touchmark.app.mesh;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Gives corners with exactly equal coordinates one vertex index, in the order of their first
/// appearance. Negative zero counts as zero. Open addressing over primitive arrays.
public final class VertexWelder {
  // Random factors keep a crafted file from filling one bucket; the result does not depend on them.
  private final long factorX = ThreadLocalRandom.current().nextLong() | 1;
  private final long factorY = ThreadLocalRandom.current().nextLong() | 1;
  private final long factorZ = ThreadLocalRandom.current().nextLong() | 1;

  private float[] positions;
  private int count;

  /// Vertex index + 1 in each used slot, 0 in a free one; its length is a power of two.
  private int[] slots;

  private int shift;

  /// @param expected about how many vertices there will be
  public VertexWelder(int expected) {
    int vertices = Math.clamp(expected, 8, 1 << 28);
    positions = new float[3 * vertices];
    makeSlots(Integer.SIZE - Integer.numberOfLeadingZeros(2 * vertices - 1));
  }

  /// The index of the vertex at a place.
  public int add(float x, float y, float z) {
    // Adding zero turns -0.0 into 0.0.
    float weldedX = x + 0f;
    float weldedY = y + 0f;
    float weldedZ = z + 0f;
    int mask = slots.length - 1;
    int slot = slot(weldedX, weldedY, weldedZ);
    while (slots[slot] != 0) {
      int at = 3 * (slots[slot] - 1);
      if (positions[at] == weldedX
          && positions[at + 1] == weldedY
          && positions[at + 2] == weldedZ) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    int vertex = count++;
    slots[slot] = vertex + 1;
    if (3 * count > positions.length) {
      positions = Arrays.copyOf(positions, grown(positions.length));
    }
    positions[3 * vertex] = weldedX;
    positions[3 * vertex + 1] = weldedY;
    positions[3 * vertex + 2] = weldedZ;
    if (2 * count > slots.length) {
      rehash();
    }
    return vertex;
  }

  /// Writes x, y, z of a vertex.
  public void copyPosition(int vertex, double[] into, int at) {
    for (int axis = 0; axis < 3; axis++) {
      into[at + axis] = positions[3 * vertex + axis];
    }
  }

  /// x, y, z of each vertex in turn.
  public float[] positions() {
    return Arrays.copyOf(positions, 3 * count);
  }

  private int slot(float x, float y, float z) {
    long mixed =
        Integer.toUnsignedLong(Float.floatToRawIntBits(x)) * factorX
            + Integer.toUnsignedLong(Float.floatToRawIntBits(y)) * factorY
            + Integer.toUnsignedLong(Float.floatToRawIntBits(z)) * factorZ;
    return (int) (((mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L) >>> shift);
  }

  private void rehash() {
    makeSlots(Long.SIZE - shift + 1);
    int mask = slots.length - 1;
    for (int vertex = 0; vertex < count; vertex++) {
      int at = 3 * vertex;
      int slot = slot(positions[at], positions[at + 1], positions[at + 2]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = vertex + 1;
    }
  }

  private void makeSlots(int bits) {
    if (bits > 30) {
      throw new IllegalStateException("a mesh has at most " + (1 << 29) + " vertices");
    }
    slots = new int[1 << bits];
    shift = Long.SIZE - bits;
  }

  private static int grown(int length) {
    return (int) Math.min(length + (length >> 1) / 3 * 3L, Integer.MAX_VALUE / 3 * 3L - 6);
  }
}
