package touchmark.app.format.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.layerfile.LayerFileReader;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.mesh.Box;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// ILT: layer files in a ZIP archive, one for each way of exposing (contours, hatches, ...), with a
/// text that says how. Layers at one height are one layer.
final class LayerFiles {
  private static final String SUFFIX = ".cli";
  private static final int MOST_FILES = 1000;
  private static final int LARGEST_TEXT = 1 << 20;
  private static final int MOST_SAID = 10_000;

  /// Heights closer than this are one layer, in parts of a mm.
  private static final double PER_MILLIMETRE = 10_000;

  private final Path file;
  private final ZipParts zip;
  private final Map<String, String> said = new LinkedHashMap<>();

  LayerFiles(Path file, ZipParts zip) {
    this.file = file;
    this.zip = zip;
  }

  static boolean areIn(ZipParts zip) {
    return zip.names().stream().anyMatch(name -> ends(name, SUFFIX));
  }

  private static boolean ends(String name, String suffix) {
    return name.toLowerCase(Locale.ROOT).endsWith(suffix);
  }

  Read read(Progress progress) throws FormatException, IOException {
    TreeMap<Long, List<SliceLine>> layers = new TreeMap<>();
    Optional<Box> stated = Optional.empty();
    List<ZipPart> parts = parts(SUFFIX);
    if (parts.size() > MOST_FILES) {
      throw new FormatException(
          file, "the directory", "at most " + MOST_FILES + " layer files", "" + parts.size());
    }
    for (ZipPart part : parts) {
      Slices slices = slices(part, progress);
      for (Slice slice : slices.layers()) {
        layers
            .computeIfAbsent(Math.round(slice.top() * PER_MILLIMETRE), _ -> new ArrayList<>())
            .addAll(slice.lines());
      }
      stated =
          stated.isPresent() && slices.statedBox().isPresent()
              ? Optional.of(stated.get().union(slices.statedBox().get()))
              : slices.statedBox();
      slices.said().forEach((key, value) -> say(part.name(), key, value));
    }
    for (ZipPart part : parts(".txt")) {
      parameters(new String(zip.read(part, LARGEST_TEXT), StandardCharsets.UTF_8));
    }
    List<Slice> all = new ArrayList<>();
    layers.forEach((height, lines) -> all.add(new Slice(height / PER_MILLIMETRE, 0, lines)));
    return new Read(
        new Format("ILT", DataType.GEOMETRY_SLICED),
        new ProductData.Layered(new Slices(all, said, stated, OptionalInt.empty())));
  }

  private List<ZipPart> parts(String suffix) {
    return zip.names().stream()
        .filter(name -> ends(name, suffix))
        .map(zip::find)
        .flatMap(Optional::stream)
        .toList();
  }

  private Slices slices(ZipPart part, Progress progress) throws FormatException, IOException {
    try (InputStream bytes = zip.open(part)) {
      return LayerFileReader.parse(file, bytes, part.size(), progress);
    } catch (FormatException e) {
      throw e.inside(part.name());
    } catch (IOException e) {
      throw FormatException.causeOf(e);
    }
  }

  /// `[part]` and `key = value` below it.
  private void parameters(String text) {
    String section = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String plain = line.strip();
      int equals = plain.indexOf('=');
      if (plain.startsWith("[") && plain.endsWith("]")) {
        section = plain.substring(1, plain.length() - 1);
      } else if (equals > 0 && !plain.startsWith(";")) {
        say(section, plain.substring(0, equals).strip(), plain.substring(equals + 1).strip());
      }
    }
  }

  private void say(String section, String key, String value) {
    if (said.size() < MOST_SAID) {
      said.putIfAbsent(section.isEmpty() ? key : section + " " + key, value);
    }
  }
}
