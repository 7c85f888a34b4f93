package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;

/// What a package, or one part of it, points to [OPC 9.3].
final class Relationships {
  private static final String MODEL = "/3dmanufacturing/2013/01/3dmodel";
  private static final String THUMBNAIL = "/relationships/metadata/thumbnail";

  private final List<Relationship> all;

  private Relationships(List<Relationship> all) {
    this.all = all;
  }

  /// Of the package when the name is empty, else of that part.
  static Relationships of(Path file, ZipParts zip, String partName)
      throws FormatException, IOException {
    int slash = partName.lastIndexOf('/') + 1;
    String name = partName.substring(0, slash) + "_rels/" + partName.substring(slash) + ".rels";
    List<Relationship> found = new ArrayList<>();
    ZipPart part = zip.find(name).orElse(null);
    if (part != null) {
      EntryCount entries = new EntryCount();
      try (Xml xml = new Xml(file, name, zip.open(part))) {
        while (xml.nextElement()) {
          if (xml.name().equals("Relationship")) {
            entries.next(xml);
            found.add(new Relationship(xml.attribute("Type"), xml.attribute("Target")));
          }
        }
      }
    }
    return new Relationships(found);
  }

  /// The root model parts; there should be one.
  List<String> models() {
    return targets(MODEL).toList();
  }

  /// Pictures of it.
  List<String> thumbnails() {
    return targets(THUMBNAIL).toList();
  }

  private Stream<String> targets(String typeEnd) {
    return all.stream()
        .filter(relationship -> relationship.type.endsWith(typeEnd))
        .map(Relationship::target);
  }

  private record Relationship(String type, String target) {}
}
