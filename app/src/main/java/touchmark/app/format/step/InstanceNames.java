package touchmark.app.format.step;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Which instance names are defined, and which were only referred to so far. Open addressing over
/// primitive arrays: a file of 200 MB has some four million of them.
final class InstanceNames {
  /// Defined, but nothing of it was kept.
  static final int NOT_KEPT = -1;

  /// Not defined.
  static final int UNDEFINED = -2;

  private static final int FREE = 0;
  private static final int AWAITED = 1;
  private static final int DEFINED = 2;

  /// A record of number n is held as n + 3.
  private static final int RECORDS = 3;

  // A random factor keeps a crafted file from filling one bucket.
  private final long factor = ThreadLocalRandom.current().nextLong() | 1;
  private long[] names = new long[1 << 10];
  private int[] states = new int[1 << 10];
  private int used;
  private int defined;
  private int awaited;

  /// Defines a name.
  ///
  /// @param record what was kept of it, or [#NOT_KEPT]
  /// @return false when it was defined before, and then nothing changes
  boolean define(long name, int record) {
    int slot = slot(name);
    int before = states[slot];
    if (before >= DEFINED) {
      return false;
    }
    states[slot] = record == NOT_KEPT ? DEFINED : record + RECORDS;
    defined++;
    if (before == AWAITED) {
      awaited--;
    } else {
      take(slot, name);
    }
    return true;
  }

  /// Notes that something refers to a name.
  void refer(long name) {
    int slot = slot(name);
    if (states[slot] == FREE) {
      states[slot] = AWAITED;
      awaited++;
      take(slot, name);
    }
  }

  /// The number of what was kept of an instance, [#NOT_KEPT] or [#UNDEFINED].
  int record(long name) {
    int state = states[slot(name)];
    if (state < DEFINED) {
      return UNDEFINED;
    }
    return state == DEFINED ? NOT_KEPT : state - RECORDS;
  }

  /// How many are defined.
  int defined() {
    return defined;
  }

  /// How many are referred to and not defined.
  int awaited() {
    return awaited;
  }

  /// The least few of those referred to and not defined, in order.
  long[] awaited(int most) {
    long[] all = new long[awaited];
    int count = 0;
    for (int slot = 0; slot < states.length; slot++) {
      if (states[slot] == AWAITED) {
        all[count++] = names[slot];
      }
    }
    Arrays.sort(all);
    return Arrays.copyOf(all, Math.min(most, all.length));
  }

  private int slot(long name) {
    int mask = names.length - 1;
    long mixed = (name ^ (name >>> 32)) * factor;
    int slot = (int) (((mixed ^ (mixed >>> 29)) * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (states[slot] != FREE && names[slot] != name) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void take(int slot, long name) {
    names[slot] = name;
    used++;
    if (2L * used > names.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldStates = states;
    names = new long[2 * oldNames.length];
    states = new int[names.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldStates[i] != FREE) {
        int slot = slot(oldNames[i]);
        names[slot] = oldNames[i];
        states[slot] = oldStates[i];
      }
    }
  }
}
