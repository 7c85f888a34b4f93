package touchmark.app.format.bgcode;

import java.util.Arrays;

/// Unpacks MeatPack: the commonest characters of G-code in half a byte each, lower half first; a
/// half of 15 says that a whole byte follows. Two bytes of 255 begin a command.
final class MeatPack {
  private static final char[] CHARACTERS = "0123456789. \nGX".toCharArray();
  private static final int WHOLE = 15;
  private static final int SPACE = 11;
  private static final int SIGNAL = 0xFF;
  private static final int PACKING_ON = 251;
  private static final int PACKING_OFF = 250;
  private static final int RESET = 249;
  private static final int SPACES_OFF = 247;
  private static final int SPACES_ON = 246;

  private byte[] text;
  private int length;
  private boolean packing;
  private boolean spaceless;
  private int signals;

  /// Whole bytes to come.
  private int wholes;

  /// The packed character that stands behind a whole one; 0 for none.
  private byte behind;

  private MeatPack(int packed) {
    text = new byte[2 * packed + 2];
  }

  /// The text that some bytes stand for; a half that announces a whole byte at the end stands for
  /// nothing.
  static byte[] unpack(byte[] packed) {
    MeatPack unpacking = new MeatPack(packed.length);
    for (byte value : packed) {
      unpacking.next(value & 0xFF);
    }
    return Arrays.copyOf(unpacking.text, unpacking.length);
  }

  private void next(int value) {
    if (signals == 2) {
      signals = 0;
      command(value);
    } else if (value == SIGNAL) {
      signals++;
    } else {
      if (signals == 1) {
        signals = 0;
        character(SIGNAL);
      }
      character(value);
    }
  }

  private void command(int value) {
    switch (value) {
      case PACKING_ON -> packing = true;
      case PACKING_OFF, RESET -> packing = false;
      case SPACES_OFF -> spaceless = true;
      case SPACES_ON -> spaceless = false;
      default -> {
        // questions to a printer
      }
    }
  }

  private void character(int value) {
    if (!packing) {
      put(value);
    } else if (wholes > 0) {
      wholes--;
      put(value);
      if (behind != 0) {
        put(behind);
        behind = 0;
      }
    } else {
      pair(value & 0xF, value >> 4);
    }
  }

  private void pair(int first, int second) {
    if (first == WHOLE) {
      wholes = 1;
      if (second == WHOLE) {
        wholes = 2;
      } else {
        behind = (byte) plain(second);
      }
      return;
    }
    put(plain(first));
    if (CHARACTERS[first] == '\n') {
      // what stands behind the end of a line fills the byte
      return;
    }
    if (second == WHOLE) {
      wholes = 1;
    } else {
      put(plain(second));
    }
  }

  private int plain(int half) {
    return spaceless && half == SPACE ? 'E' : CHARACTERS[half];
  }

  /// Lines without a character are not in the text: packing writes them where it fills a byte.
  private void put(int value) {
    if (value == '\n' && length > 0 && text[length - 1] == '\n') {
      return;
    }
    if (length == text.length) {
      text = Arrays.copyOf(text, 2 * length);
    }
    text[length++] = (byte) value;
  }
}
