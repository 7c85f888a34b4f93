package touchmark.ledger.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// 32 bytes made by SHA-256. Printed and parsed as 64 lower-case hexadecimal digits.
public final class Digest implements Comparable<Digest>, Prefixed {
  /// Length in bytes.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private final long prefix;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
    this.prefix = ByteBuffer.wrap(bytes).getLong();
  }

  /// Wraps a copy of 32 bytes.
  ///
  /// @throws IllegalArgumentException if there are not exactly 32
  public static Digest of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    return new Digest(bytes.clone());
  }

  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static Digest parse(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("a digest has 64 hexadecimal digits, not " + hex.length());
    }
    return new Digest(HexFormat.of().parseHex(hex));
  }

  @Override
  public long prefix() {
    return prefix;
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Digest other) {
    return prefix == other.prefix
        ? Arrays.compareUnsigned(bytes, other.bytes)
        : Long.compareUnsigned(prefix, other.prefix);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest
        && prefix == digest.prefix
        && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
