package touchmark.app.format.ply;

import java.io.IOException;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads the polygons of a PLY file, as text or binary in either byte order [G. Turk, The PLY
/// Polygon File Format, 1994]. The unit is not in the file; millimetres are assumed. Colours,
/// normals and further elements are passed over.
public final class PlyReader implements FormatReader {
  @Override
  public boolean recognises(Head head) {
    return head.hasAt(0, "ply\n") || head.hasAt(0, "ply\r") || head.hasAt(0, "ply ");
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    PlyHeader header = PlyHeader.of(source);
    if (header.face().filter(face -> face.count() > 0).isEmpty()) {
      return new Read(
          new Format("PLY without polygons", DataType.GEOMETRY_3D), new ProductData.Unread());
    }
    PlyInput input = header.form().input(source, header, progress);
    return new Read(
        new Format("PLY (" + header.form().words() + ")", DataType.GEOMETRY_3D),
        new ProductData.Model(new PlyMesh(header, input).read()));
  }
}
