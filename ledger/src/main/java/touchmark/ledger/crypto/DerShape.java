package touchmark.ledger.crypto;

import java.util.ArrayDeque;
import java.util.Deque;

/// A look at DER bytes before a recursive parser sees them: one element, definite lengths in their
/// shortest form, each inside the one around it, not nested too deep [X.690 8.1, 10.1].
final class DerShape {
  private static final int DEEPEST = 32;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;

  private final byte[] der;
  private int at;

  private DerShape(byte[] der) {
    this.der = der;
  }

  static boolean isSound(byte[] der) {
    return new DerShape(der).walk();
  }

  private boolean walk() {
    Deque<Integer> ends = new ArrayDeque<>();
    int end = der.length;
    boolean first = true;
    while (at < end || !ends.isEmpty()) {
      if (at == end) {
        end = ends.pop();
        continue;
      }
      if (ends.isEmpty() && !first) {
        return false;
      }
      first = false;
      int tag = der[at++];
      int length = (tag & LONG_TAG) == LONG_TAG ? -1 : length(end);
      if (length < 0 || length > end - at) {
        return false;
      }
      if ((tag & CONSTRUCTED) == 0) {
        at += length;
      } else {
        if (ends.size() == DEEPEST) {
          return false;
        }
        ends.push(end);
        end = at + length;
      }
    }
    return !first;
  }

  /// The length that stands here, or -1 when it is not in its one form.
  private int length(int end) {
    if (at == end) {
      return -1;
    }
    int head = der[at++];
    if (head >= 0) {
      return head;
    }
    int count = head & 0x7f;
    if (count == 0 || count > 3 || count > end - at || der[at] == 0) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | (der[at++] & 0xff);
    }
    return length < 0x80 ? -1 : length;
  }
}
