package touchmark.app.format.amf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.xml.Xml;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads AMF [ISO/ASTM 52915]: objects of volumes, constellations, units and colours. Curved facets
/// are read as flat ones; textures and formulas are passed over.
public final class AmfReader implements FormatReader {
  /// Name of the format.
  public static final String NAME = "AMF";

  private static final String PACKED = ", compressed";
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A[^<]{0,8}(?:<[?!][^>]{0,2000}>\\s{0,200}){0,20}<(?:\\w{1,20}:)?amf[\\s>]");

  @Override
  public boolean recognises(Head head) {
    return head.isText()
        && (ROOT.matcher(head.text()).find() || (head.isNamed(".amf") && head.hasAt(0, "<")));
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    try (InputStream stream = source.stream()) {
      return read(source.path(), NAME, NAME, stream, progress);
    }
  }

  /// The first AMF of a ZIP archive, as other programs read it; empty when there is none. Further
  /// ones are remarked.
  ///
  /// @param file for messages
  public static Optional<Read> read(Path file, ZipParts zip, Progress progress)
      throws FormatException, IOException {
    List<String> names =
        zip.names().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".amf"))
            .toList();
    Optional<ZipPart> part = names.stream().findFirst().flatMap(zip::find);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Read read = read(file, part.get().name(), NAME + PACKED, zip.open(part.get()), progress);
    return Optional.of(
        names.size() == 1
            ? read
            : read.remarking(
                List.of(
                    "the archive has "
                        + names.size()
                        + " models, of which only the first, "
                        + part.get().name()
                        + ", is read")));
  }

  private static Read read(
      Path file, String part, String format, InputStream stream, Progress progress)
      throws FormatException, IOException {
    try (Xml xml = new Xml(file, part, stream)) {
      Mesh mesh = new AmfParser(file, xml, progress).parse();
      return new Read(new Format(format, DataType.GEOMETRY_3D), new ProductData.Model(mesh));
    }
  }
}
