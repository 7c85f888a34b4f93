package touchmark.app.signature;

import java.util.Optional;

/// A piece of a file that a signature does not cover.
///
/// @param range where it is, when the file is one run of bytes
/// @param what a noun, for people
public record Gap(Optional<Range> range, String what) {
  /// @param from the first byte
  /// @param to after the last byte
  public record Range(long from, long to) {
    public Range {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("no bytes are from " + from + " to " + to);
      }
    }
  }

  /// A piece that is no run of bytes.
  public static Gap of(String what) {
    return new Gap(Optional.empty(), what);
  }

  /// Bytes of the file.
  public static Gap of(long from, long to, String what) {
    return new Gap(Optional.of(new Range(from, to)), what);
  }

  /// A noun with the place, for people.
  public String sentence() {
    return range
        .map(bytes -> what + " (bytes " + bytes.from() + " to " + bytes.to() + ")")
        .orElse(what);
  }
}
