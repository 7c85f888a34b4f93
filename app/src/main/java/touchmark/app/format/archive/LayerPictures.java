package touchmark.app.format.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.PictureKind;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Thumbnail;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.mesh.Box;
import touchmark.app.slices.LayerPicture;
import touchmark.app.slices.Slice;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.DataType;

/// SL1: one grey picture for each layer in a ZIP archive, with the printer's settings. The pictures
/// are kept as they are; each is decoded once, row by row, to measure what it exposes.
final class LayerPictures {
  private static final String CONFIG = "config.ini";
  private static final String SLICER = "prusaslicer.ini";
  private static final Pattern PICTURE = Pattern.compile("[^/]*\\d{5}\\.png");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,9})?");
  private static final int LARGEST_TEXT = 1 << 20;
  private static final int LARGEST_PICTURE = 64 << 20;
  private static final int MOST_THUMBNAILS = 8;

  /// Most pixels of all layers together: the largest printers' tallest parts.
  private static final long MOST_PIXELS = 200_000_000_000L;

  private static final double USUAL_LAYER = 0.05;

  private final Path file;
  private final ZipParts zip;
  private final Map<String, String> said = new LinkedHashMap<>();

  LayerPictures(Path file, ZipParts zip) {
    this.file = file;
    this.zip = zip;
  }

  static boolean areIn(ZipParts zip) {
    return zip.find(CONFIG).isPresent() && zip.names().stream().anyMatch(LayerPictures::isPicture);
  }

  private static boolean isPicture(String name) {
    return PICTURE.matcher(name).matches();
  }

  Read read(Progress progress) throws FormatException, IOException {
    for (String name : List.of(CONFIG, SLICER)) {
      Optional<ZipPart> part = zip.find(name);
      if (part.isPresent()) {
        settings(new String(zip.read(part.get(), LARGEST_TEXT), StandardCharsets.UTF_8));
      }
    }
    return new Read(
        new Format("SL1", DataType.GEOMETRY_SLICED),
        new ProductData.Layered(
            new Slices(layers(progress), said, Optional.empty(), statedLayers())),
        thumbnails(),
        List.of());
  }

  private void settings(String text) {
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        said.putIfAbsent(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
  }

  private List<Slice> layers(Progress progress) throws FormatException, IOException {
    List<String> names = zip.names().stream().filter(LayerPictures::isPicture).sorted().toList();
    double height = number("layerHeight").or(() -> number("layer_height")).orElse(USUAL_LAYER);
    double first = number("initial_layer_height").orElse(height);
    List<Slice> layers = new ArrayList<>();
    long pixels = 0;
    byte[] before = {};
    GreyPicture measured = GreyPicture.NONE;
    for (String name : names) {
      progress.reached(layers.size(), names.size());
      ZipPart part = zip.find(name).orElseThrow();
      byte[] png = zip.read(part, LARGEST_PICTURE);
      if (!Arrays.equals(png, before)) {
        measured = GreyPicture.measure(file, name, png);
        pixels += (long) measured.width() * measured.height();
        if (pixels > MOST_PIXELS) {
          throw new FormatException(
              file, name, "at most " + MOST_PIXELS + " pixels in all layers", "more");
        }
      }
      double top = first + layers.size() * height;
      layers.add(
          new Slice(
              top,
              layers.isEmpty() ? first : height,
              List.of(),
              Optional.of(picture(png, measured))));
      before = png;
    }
    return layers;
  }

  private LayerPicture picture(byte[] png, GreyPicture measured) {
    boolean portrait = said.getOrDefault("display_orientation", "").equals("portrait");
    double acrossX = number("display_width").orElse(0.0);
    double acrossY = number("display_height").orElse(0.0);
    double pixelX = size(portrait ? acrossY : acrossX, measured.width());
    double pixelY = size(portrait ? acrossX : acrossY, measured.height());
    Optional<Box> exposed =
        measured.exposed() == 0
            ? Optional.empty()
            : Optional.of(
                new Box(
                    measured.left() * pixelX,
                    measured.upper() * pixelY,
                    0,
                    (measured.right() + 1) * pixelX,
                    (measured.lower() + 1) * pixelY,
                    0));
    return new LayerPicture(
        Bytes.of(png),
        measured.width(),
        measured.height(),
        pixelX,
        pixelY,
        measured.exposed() * pixelX * pixelY,
        exposed);
  }

  /// Of a pixel; 1 mm where the file does not say how large the display is.
  private static double size(double across, int pixels) {
    return across > 0 ? across / pixels : 1;
  }

  private Optional<Double> number(String key) {
    String text = said.getOrDefault(key, "");
    return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }

  private OptionalInt statedLayers() {
    Optional<Double> fast = number("numFast");
    Optional<Double> slow = number("numSlow");
    return fast.isPresent() && slow.isPresent()
        ? OptionalInt.of((int) (fast.get() + slow.get()))
        : OptionalInt.empty();
  }

  private List<Thumbnail> thumbnails() throws FormatException, IOException {
    List<Thumbnail> found = new ArrayList<>();
    for (String name : zip.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      Optional<ZipPart> part = zip.find(name);
      if (part.isPresent() && lower.startsWith("thumbnail/") && found.size() < MOST_THUMBNAILS) {
        byte[] bytes = zip.read(part.get(), LARGEST_PICTURE);
        PictureKind.of(bytes)
            .ifPresent(kind -> found.add(new Thumbnail(kind.mediaType(), 0, 0, Bytes.of(bytes))));
      }
    }
    return found;
  }
}
