package touchmark.ledger.model;

import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes: a payload, a signature, a certificate, a public key.
public final class Bytes {
  /// Longest certificate that is read, in bytes of DER.
  public static final int LONGEST_CERTIFICATE = 8 * 1024;

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Wraps a copy.
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /// A copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// How many bytes there are.
  public int length() {
    return bytes.length;
  }

  static void requireLength(String what, Bytes bytes, int least, int most) {
    if (bytes.length() < least || bytes.length() > most) {
      throw new IllegalArgumentException(
          what + " has " + least + " to " + most + " bytes, not " + bytes.length());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length <= 16
        ? HexFormat.of().formatHex(bytes)
        : HexFormat.of().formatHex(bytes, 0, 16) + "... (" + bytes.length + " bytes)";
  }
}
