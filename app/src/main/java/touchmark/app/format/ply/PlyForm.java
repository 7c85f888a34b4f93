package touchmark.app.format.ply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import touchmark.app.format.Source;
import touchmark.app.format.TextWords;
import touchmark.ledger.Progress;

/// How the numbers after the header are written.
enum PlyForm {
  ASCII("ascii", "ASCII"),
  LITTLE_ENDIAN("binary_little_endian", "binary"),
  BIG_ENDIAN("binary_big_endian", "binary");

  private final String keyword;
  private final String words;

  PlyForm(String keyword, String words) {
    this.keyword = keyword;
    this.words = words;
  }

  /// As the header has it.
  String keyword() {
    return keyword;
  }

  /// For people.
  String words() {
    return words;
  }

  /// Positioned after the header.
  PlyInput input(Source source, PlyHeader header, Progress progress) throws IOException {
    return switch (this) {
      case ASCII -> new PlyText(new TextWords(source, progress, header.length(), header.lines()));
      case LITTLE_ENDIAN -> binary(source, header, progress, ByteOrder.LITTLE_ENDIAN);
      case BIG_ENDIAN -> binary(source, header, progress, ByteOrder.BIG_ENDIAN);
    };
  }

  private static PlyInput binary(
      Source source, PlyHeader header, Progress progress, ByteOrder order) throws IOException {
    InputStream stream = source.stream();
    stream.skipNBytes(header.length());
    return new PlyBinary(source, stream, header.length(), order, progress);
  }
}
