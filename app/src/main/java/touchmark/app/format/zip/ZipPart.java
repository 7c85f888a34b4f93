package touchmark.app.format.zip;

/// A part of a ZIP archive as its directory describes it.
///
/// @param local where it begins
/// @param data where its packed bytes begin
/// @param packed how many there are
/// @param size how many they become
/// @param sum the CRC-32 of those
public record ZipPart(
    String name, int method, int local, int data, int packed, long size, int sum) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  boolean isFolder() {
    return name.endsWith("/");
  }

  /// Where its packed bytes end.
  int end() {
    return data + packed;
  }
}
