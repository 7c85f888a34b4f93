package touchmark.app.format.layerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads layer files as text and binary [Common Layer Interface, version 2.0]. Commands that makers
/// added (power, speed, focus) are kept as what the file says, the first value of each.
public final class LayerFileReader implements FormatReader {
  static final String BEGINNING = "$$HEADERSTART";

  @Override
  public boolean recognises(Head head) {
    int at = 0;
    while (at < head.length() && head.at(at) <= ' ') {
      at++;
    }
    return head.hasAt(at, BEGINNING);
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    LayerInput in = new LayerInput(source.path(), source.size(), source.stream(), progress);
    LayerHeader header = LayerHeader.read(in);
    Slices slices = slices(in, header);
    return new Read(
        new Format(header.binary() ? "CLI (binary)" : "CLI (ASCII)", DataType.GEOMETRY_SLICED),
        new ProductData.Layered(slices));
  }

  /// Reads a layer file that stands in some other file.
  ///
  /// @param file for messages
  /// @param size of the layer file, bytes
  public static Slices parse(Path file, InputStream bytes, long size, Progress progress)
      throws FormatException, IOException {
    LayerInput in = new LayerInput(file, size, bytes, progress);
    return slices(in, LayerHeader.read(in));
  }

  private static Slices slices(LayerInput in, LayerHeader header)
      throws FormatException, IOException {
    LayerDraft draft = new LayerDraft(in, header);
    if (header.binary()) {
      new BinaryLayers(in, header, draft).read();
    } else {
      new AsciiLayers(in, draft).read();
    }
    return draft.slices();
  }
}
