package touchmark.app.format.obj;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.UnreadKind;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads the polygons of a Wavefront OBJ [Wavefront, Advanced Visualizer Manual, Appendix B]. The
/// unit is not in the file; millimetres are assumed. Materials, texture places, normals, lines and
/// free-form surfaces are passed over; no other file is opened, whatever it names.
public final class ObjReader implements FormatReader {
  private static final Pattern FIRST_LINE = Pattern.compile("(mtllib|usemtl|o|g|s|v[nt]?)\\b");

  /// Other texts begin with such a letter, too.
  private static final Pattern VERTEX =
      Pattern.compile("^v[nt]?[ \\t]+[-+.\\d]", Pattern.MULTILINE);

  @Override
  public boolean recognises(Head head) {
    if (!head.isText()) {
      return false;
    }
    CharSequence text = head.fromFirstLine("#");
    return (FIRST_LINE.matcher(text).lookingAt() && VERTEX.matcher(text).find())
        || (head.isNamed(".obj") && UnreadKind.byContent(head).isEmpty());
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    Optional<Mesh> mesh = new ObjMesh(source, progress).read();
    return new Read(
        new Format(mesh.isPresent() ? "OBJ" : "OBJ without polygons", DataType.GEOMETRY_3D),
        mesh.<ProductData>map(ProductData.Model::new).orElseGet(ProductData.Unread::new));
  }
}
