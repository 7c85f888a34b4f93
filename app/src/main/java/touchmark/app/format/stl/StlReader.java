package touchmark.app.format.stl;

import java.io.IOException;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.UnreadKind;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads STL, binary or ASCII, told apart by content: many binary files begin with `solid` too. The
/// unit is not in the file; millimetres are assumed. Corners with equal coordinates become one
/// vertex, over all solids of the file.
public final class StlReader implements FormatReader {
  /// Name of the binary format.
  public static final String BINARY = "STL (binary)";

  /// Name of the text format.
  public static final String ASCII = "STL (ASCII)";

  @Override
  public boolean recognises(Head head) {
    return BinaryStl.fits(head)
        || beginsWithSolid(head)
        || (head.isNamed(".stl") && UnreadKind.byContent(head).isEmpty());
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    Head head = source.head();
    if (!BinaryStl.fits(head) && head.isText()) {
      return read(ASCII, new ProductData.Model(new AsciiStl(source, progress).read()));
    }
    return read(BINARY, new ProductData.Model(BinaryStl.read(source, progress)));
  }

  /// Size in bytes of a binary file with so many facets and nothing after them.
  public static long binarySize(int facets) {
    return BinaryStl.BEGINNING + (long) BinaryStl.FACET * facets;
  }

  private static Read read(String name, ProductData data) {
    return new Read(new Format(name, DataType.GEOMETRY_3D), data);
  }

  private static boolean beginsWithSolid(Head head) {
    int start = 0;
    while (start < head.length() && head.at(start) <= ' ') {
      start++;
    }
    boolean solid =
        head.hasAt(start, "solid") || head.hasAt(start, "SOLID") || head.hasAt(start, "Solid");
    int after = start + "solid".length();
    return solid && (after >= head.length() || head.at(after) <= ' ');
  }
}
