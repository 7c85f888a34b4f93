package touchmark.app.format;

import java.util.List;

/// The formats that Touchmark reads: the one list.
final class Formats {
  private static final List<FormatReader> READERS = List.of();

  private Formats() {}

  /// In the order in which they are asked; the first that recognises a file reads it.
  static List<FormatReader> readers() {
    return READERS;
  }
}
