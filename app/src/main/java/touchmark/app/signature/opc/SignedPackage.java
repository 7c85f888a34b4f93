package touchmark.app.signature.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;

/// A package as its signatures see it: parts with content types, and relationships between them
/// [ISO/IEC 29500-2 6, 7].
final class SignedPackage {
  static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final int MOST_ENTRIES = 65_536;

  private final Path file;
  private final ZipParts zip;
  private final List<ContentType> contentTypes = new ArrayList<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> overrides = new HashMap<>();

  /// A line of the content types.
  ///
  /// @param part whether it is about a part, or else about an extension
  /// @param name of the part or extension, as it stands
  record ContentType(boolean part, String name, String type) {}

  private SignedPackage(Path file, ZipParts zip) {
    this.file = file;
    this.zip = zip;
  }

  /// Reads the directory.
  ///
  /// @param bytes the whole archive; not copied
  static SignedPackage of(Path file, byte[] bytes) throws FormatException {
    return new SignedPackage(file, ZipParts.of(file, bytes));
  }

  /// Reads the content types; before that there are none.
  void readContentTypes() throws FormatException, IOException {
    Optional<ZipPart> part = zip.find(CONTENT_TYPES);
    if (part.isEmpty()) {
      return;
    }
    try (Xml xml = new Xml(file, CONTENT_TYPES, zip.open(part.get()))) {
      while (xml.nextElement()) {
        switch (xml.name()) {
          case "Default" -> add(xml, false, "Extension");
          case "Override" -> add(xml, true, "PartName");
          default -> {
            // the root, or what a later version may add
          }
        }
      }
    }
  }

  private void add(Xml xml, boolean part, String attribute) throws FormatException {
    String name = xml.attribute(attribute);
    String type = xml.attribute("ContentType");
    Map<String, String> known = part ? overrides : defaults;
    if (known.put(key(name), type) != null || contentTypes.size() == MOST_ENTRIES) {
      throw xml.problem("each content type once", "\"" + name + "\" twice, or too many");
    }
    contentTypes.add(new ContentType(part, name, type));
  }

  /// The name of a part as it is compared: without the slash before it, in lower case.
  static String key(String name) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    return plain.toLowerCase(Locale.ROOT);
  }

  /// All content types, in order.
  List<ContentType> contentTypes() {
    return contentTypes;
  }

  /// The content type of a part, empty when none is stated.
  String contentType(String name) {
    String key = key(name);
    String extension = key.substring(key.lastIndexOf('.') + 1);
    return overrides.getOrDefault(key, defaults.getOrDefault(extension, ""));
  }

  /// The names of all parts, as they stand.
  List<String> names() {
    return zip.names().stream().filter(name -> !name.endsWith("/")).toList();
  }

  /// Whether there is such a part and nothing is in it.
  boolean isEmpty(String name) {
    return zip.find(name).filter(part -> part.size() == 0).isPresent();
  }

  Optional<ZipPart> find(String name) {
    return zip.find(name);
  }

  InputStream open(ZipPart part) {
    return zip.open(part);
  }

  byte[] read(ZipPart part, int most) throws FormatException, IOException {
    return zip.read(part, most);
  }

  /// Where the relationships of a part stand; of the package when the name is empty.
  static String relationshipsPart(String partName) {
    String name = partName.startsWith("/") ? partName.substring(1) : partName;
    int slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + "_rels/" + name.substring(slash) + ".rels";
  }

  /// Whether a part holds relationships.
  static boolean holdsRelationships(String name) {
    String key = key(name);
    return key.endsWith(".rels") && ("/" + key).contains("/_rels/");
  }

  /// What stands in a part of relationships; nothing where there is no such part.
  List<Relationship> relationships(String relationshipsPart) throws FormatException, IOException {
    List<Relationship> found = new ArrayList<>();
    Optional<ZipPart> part = zip.find(relationshipsPart);
    if (part.isEmpty()) {
      return found;
    }
    try (Xml xml = new Xml(file, relationshipsPart, zip.open(part.get()))) {
      while (xml.nextElement()) {
        if (xml.name().equals("Relationship")) {
          if (found.size() == MOST_ENTRIES) {
            throw xml.problem("at most " + MOST_ENTRIES + " relationships", "more");
          }
          found.add(
              new Relationship(
                  xml.attribute("Id"),
                  xml.attribute("Type"),
                  xml.attribute("Target"),
                  xml.attribute("TargetMode").equals("External")));
        }
      }
    }
    return found;
  }

  /// The name of the part that a relationship points to, without a slash before it; empty when it
  /// leads out of the package.
  ///
  /// @param source the part that points, empty for the package
  static Optional<String> resolve(String source, Relationship relationship) {
    String target = relationship.target();
    if (relationship.external() || target.contains(":") || target.contains("\\")) {
      return Optional.empty();
    }
    String base = source.substring(0, source.lastIndexOf('/') + 1);
    String whole = target.startsWith("/") ? target : base + target;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return Optional.empty();
        }
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(String.join("/", steps));
  }
}
