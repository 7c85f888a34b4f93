package touchmark.app.format.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.SliceFacts;
import touchmark.app.format.Thumbnail;
import touchmark.app.format.gcode.GcodeReader;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// G-code in a 3MF, as Bambu Studio and OrcaSlicer write it: one text for each plate, pictures of
/// the plates, and the settings of the project. The first plate is the toolpath; the others are
/// read too, so that no script hides in them, and named.
final class GcodePlates {
  private static final String SUFFIX = ".gcode";
  private static final int MOST_PLATES = 64;
  private static final int LARGEST_SETTINGS = 8 << 20;
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\.gcode$");

  private final Path file;
  private final ZipParts zip;

  GcodePlates(Path file, ZipParts zip) {
    this.file = file;
    this.zip = zip;
  }

  static boolean areIn(ZipParts zip) {
    return zip.names().stream().anyMatch(GcodePlates::isPlate);
  }

  private static boolean isPlate(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  Read read(Progress progress) throws FormatException, IOException {
    List<ZipPart> plates = plates();
    List<EmbeddedScript> scripts = new ArrayList<>();
    Read first = plate(plates.getFirst(), progress);
    scripts.addAll(placed(first, plates.getFirst()));
    for (ZipPart plate : plates.subList(1, plates.size())) {
      scripts.addAll(placed(plate(plate, progress), plate));
    }
    List<Thumbnail> thumbnails = new ArrayList<>(PlatePictures.of(zip, plates.getFirst().name()));
    thumbnails.addAll(first.thumbnails());
    return new Read(
        new Format("3MF with G-code", DataType.GEOMETRY_SLICED),
        data(first, plates),
        thumbnails,
        scripts);
  }

  private ProductData data(Read first, List<ZipPart> plates) throws FormatException, IOException {
    ProductData.Sliced sliced = sliced(first);
    SliceFacts facts =
        sliced
            .facts()
            .with(settings())
            .withFurther(plates.subList(1, plates.size()).stream().map(ZipPart::name).toList());
    return new ProductData.Sliced(sliced.toolpath(), facts);
  }

  private static ProductData.Sliced sliced(Read read) {
    if (read.data() instanceof ProductData.Sliced sliced) {
      return sliced;
    }
    throw new IllegalStateException("G-code is sliced");
  }

  /// By the numbers in their names.
  private List<ZipPart> plates() throws FormatException {
    List<ZipPart> plates =
        zip.names().stream()
            .filter(GcodePlates::isPlate)
            .sorted(Comparator.comparingInt(GcodePlates::number).thenComparing(name -> name))
            .map(zip::find)
            .flatMap(Optional::stream)
            .toList();
    if (plates.size() > MOST_PLATES) {
      throw new FormatException(
          file, "the directory", "at most " + MOST_PLATES + " plates", plates.size() + " of them");
    }
    return plates;
  }

  private static int number(String name) {
    Matcher number = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
    return number.find() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
  }

  private Read plate(ZipPart part, Progress progress) throws FormatException, IOException {
    try (InputStream text = zip.open(part)) {
      return GcodeReader.parse(file, text, part.size(), progress);
    } catch (FormatException e) {
      throw e.inside(part.name());
    } catch (IOException e) {
      throw FormatException.causeOf(e);
    }
  }

  private static List<EmbeddedScript> placed(Read read, ZipPart part) {
    return read.scripts().stream()
        .map(script -> new EmbeddedScript(part.name() + ", " + script.where(), script.text()))
        .toList();
  }

  /// Of the project, as far as they can be read; what the G-code itself says comes first.
  private Map<String, String> settings() throws FormatException, IOException {
    Map<String, String> all = new LinkedHashMap<>();
    Optional<ZipPart> project = zip.find("Metadata/project_settings.config");
    if (project.isPresent()) {
      byte[] bytes = zip.read(project.get(), LARGEST_SETTINGS);
      all.putAll(ProjectSettings.of(new String(bytes, StandardCharsets.UTF_8)));
    }
    return all;
  }
}
