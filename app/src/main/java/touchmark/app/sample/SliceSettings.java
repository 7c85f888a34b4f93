package touchmark.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// How the sample slicer slices: lengths in mm, speeds in mm a second, temperatures in Celsius.
record SliceSettings(
    double layerHeight,
    double width,
    double filamentDiameter,
    double nozzleDiameter,
    int solidLayers,
    int infillEvery,
    double skirtDistance,
    int skirtLoops,
    double retraction,
    double retractionSpeed,
    Speeds speeds,
    int nozzle,
    int bed,
    double bedWidth,
    double bedDepth,
    double bedHeight) {
  private static final String RESOURCE = "/touchmark/sample/slicer.properties";

  /// In mm a second.
  record Speeds(
      double outer, double inner, double infill, double solid, double first, double travel) {}

  SliceSettings {
    if (!(layerHeight > 0 && width > layerHeight && solidLayers > 0 && infillEvery > 0)) {
      throw new IllegalArgumentException("a bead is wider than high, and something is printed");
    }
  }

  /// Length of filament for a length of bead, both in mm.
  double filament(double length) {
    double bead = width * layerHeight;
    return length * bead / (Math.PI / 4 * filamentDiameter * filamentDiameter);
  }

  /// Those of the sample, from the resources.
  static SliceSettings ofSample() {
    Properties numbers = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            SliceSettings.class.getResourceAsStream(RESOURCE), "missing " + RESOURCE)) {
      numbers.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SliceSettings(
        number(numbers, "layer.height"),
        number(numbers, "extrusion.width"),
        number(numbers, "filament.diameter"),
        number(numbers, "nozzle.diameter"),
        (int) number(numbers, "solid.layers"),
        (int) number(numbers, "infill.every"),
        number(numbers, "skirt.distance"),
        (int) number(numbers, "skirt.loops"),
        number(numbers, "retraction"),
        number(numbers, "retraction.speed"),
        new Speeds(
            number(numbers, "speed.outer"),
            number(numbers, "speed.inner"),
            number(numbers, "speed.infill"),
            number(numbers, "speed.solid"),
            number(numbers, "speed.first"),
            number(numbers, "speed.travel")),
        (int) number(numbers, "temperature.nozzle"),
        (int) number(numbers, "temperature.bed"),
        number(numbers, "bed.width"),
        number(numbers, "bed.depth"),
        number(numbers, "bed.height"));
  }

  private static double number(Properties numbers, String key) {
    return Double.parseDouble(Objects.requireNonNull(numbers.getProperty(key), key));
  }
}
