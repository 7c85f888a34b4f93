package touchmark.app.mesh;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Which facets two meshes have in common: the same three places in the same direction, whatever
/// the corner they begin with and wherever they stand in the file. Facets are told apart by 64 bits
/// mixed with a number drawn anew each time, so that nobody can make other facets pass for them.
public final class FacetMatching {
  private final long seed = ThreadLocalRandom.current().nextLong();
  private final boolean allAlike;
  private final int[] onlyInFirst;
  private final int[] onlyInSecond;

  /// Compares at once; time in proportion to the facets.
  public FacetMatching(Mesh first, Mesh second) {
    long[] ofFirst = keys(first);
    long[] ofSecond = keys(second);
    onlyInFirst = without(ofFirst, new KeySet(ofSecond));
    onlyInSecond = without(ofSecond, new KeySet(ofFirst));
    // of facets that are there twice the sum tells which
    allAlike =
        onlyInFirst.length == 0
            && onlyInSecond.length == 0
            && ofFirst.length == ofSecond.length
            && Arrays.stream(ofFirst).sum() == Arrays.stream(ofSecond).sum();
  }

  /// Whether both have the same facets, each as often.
  public boolean allAlike() {
    return allAlike;
  }

  /// Facets of the first mesh that the second does not have.
  public int[] onlyInFirst() {
    return onlyInFirst.clone();
  }

  /// Facets of the second mesh that the first does not have.
  public int[] onlyInSecond() {
    return onlyInSecond.clone();
  }

  private long[] keys(Mesh mesh) {
    long[] keys = new long[mesh.triangleCount()];
    Arrays.parallelSetAll(keys, facet -> FacetKey.of(mesh, facet, seed));
    return keys;
  }

  private static int[] without(long[] keys, KeySet others) {
    return IntStream.range(0, keys.length)
        .parallel()
        .filter(facet -> !others.contains(keys[facet]))
        .toArray();
  }

  /// Keys by open addressing; they are random, so that their own bits choose the slot. Zero, which
  /// marks a free slot, stands for one as well.
  private static final class KeySet {
    private static final int MOST_BITS = 30;

    private final long[] slots;
    private final int mask;

    KeySet(long[] keys) {
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length) + 1;
      slots = new long[1 << Math.min(MOST_BITS, bits)];
      mask = slots.length - 1;
      for (long key : keys) {
        slots[slot(key)] = key == 0 ? 1 : key;
      }
    }

    boolean contains(long key) {
      return slots[slot(key)] != 0;
    }

    /// Where a key is or would be.
    private int slot(long key) {
      long kept = key == 0 ? 1 : key;
      int slot = (int) kept & mask;
      while (slots[slot] != 0 && slots[slot] != kept) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }
}
