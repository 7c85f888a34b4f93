package touchmark.app.signature.cms;

import java.util.ArrayDeque;
import java.util.Deque;

/// A look at BER bytes before a recursive parser sees them: one element, every length inside the
/// one around it, not nested too deep [X.690 8.1]. Other programs write lengths that are open at
/// first, so these are allowed.
final class AsnShape {
  private static final int DEEPEST = 48;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;
  private static final int OPEN = -1;
  private static final int BAD = -2;

  private final byte[] bytes;
  private int at;

  private AsnShape(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean isSound(byte[] bytes) {
    return new AsnShape(bytes).walk();
  }

  private boolean walk() {
    Deque<Integer> ends = new ArrayDeque<>(); // where each open element ends, or OPEN
    boolean any = false;
    while (!any || !ends.isEmpty()) {
      if (!ends.isEmpty() && ends.element() == at) {
        ends.pop();
        continue;
      }
      int limit = limit(ends);
      if (limit - at < 2) {
        return false;
      }
      if (!ends.isEmpty() && ends.element() == OPEN && bytes[at] == 0 && bytes[at + 1] == 0) {
        at += 2;
        ends.pop();
        continue;
      }
      any = true;
      int tag = bytes[at++];
      int length = (tag & LONG_TAG) == LONG_TAG ? BAD : length(limit);
      boolean constructed = (tag & CONSTRUCTED) != 0;
      if (length == BAD || length > limit - at || (length == OPEN && !constructed)) {
        return false;
      }
      if (!constructed) {
        at += length;
      } else if (ends.size() == DEEPEST) {
        return false;
      } else {
        ends.push(length == OPEN ? OPEN : at + length);
      }
    }
    return at == bytes.length;
  }

  /// The nearest end that is known.
  private int limit(Deque<Integer> ends) {
    for (int end : ends) {
      if (end != OPEN) {
        return end;
      }
    }
    return bytes.length;
  }

  private int length(int limit) {
    int head = bytes[at++];
    if (head >= 0) {
      return head;
    }
    int count = head & 0x7f;
    if (count == 0) {
      return OPEN;
    }
    if (count > 3 || count > limit - at) {
      return BAD;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | (bytes[at++] & 0xff);
    }
    return length;
  }
}
