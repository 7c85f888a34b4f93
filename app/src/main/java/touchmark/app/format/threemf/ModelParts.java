package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import touchmark.app.format.FormatException;
import touchmark.app.format.assembly.ModelObject;
import touchmark.app.format.assembly.Placement;
import touchmark.app.format.xml.Xml;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.ledger.Progress;

/// The model parts of an archive, each parsed when it is first asked for.
final class ModelParts {
  private static final int MOST = 4_096;

  private final Path file;
  private final ZipParts zip;
  private final Progress progress;
  private final Map<String, ModelPart> parsed = new HashMap<>();
  private final EntryCount entries = new EntryCount();

  ModelParts(Path file, ZipParts zip, Progress progress) {
    this.file = file;
    this.zip = zip;
    this.progress = progress;
  }

  /// A part by its name in the archive.
  ModelPart part(String name) throws FormatException, IOException {
    String key = Placement.key(name);
    ModelPart known = parsed.get(key);
    if (known != null) {
      return known;
    }
    if (parsed.size() == MOST) {
      throw new FormatException(file, name, "at most " + MOST + " model parts", "more");
    }
    ZipPart part =
        zip.find(name).orElseThrow(() -> new FormatException(file, name, "a model part", "none"));
    try (Xml xml = new Xml(file, part.name(), zip.open(part))) {
      ModelPart model = new ModelParser(xml, name, entries, progress).parse();
      parsed.put(key, model);
      return model;
    }
  }

  /// The object that is placed; empty when its part has none of that id.
  Optional<ModelObject> object(Placement placement) throws FormatException, IOException {
    return Optional.ofNullable(part(placement.part()).objects().get(placement.objectId()));
  }

  /// The namespaces that the parts parsed so far require.
  Set<String> requiredExtensions() {
    Set<String> all = new TreeSet<>();
    parsed.values().forEach(part -> all.addAll(part.requiredExtensions()));
    return all;
  }

  /// What was left out or simplified in the parts parsed so far, a sentence each.
  List<String> remarks() {
    return parsed.values().stream()
        .flatMap(part -> part.remarks().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
