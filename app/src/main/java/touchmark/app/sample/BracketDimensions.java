package touchmark.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The sample bracket's dimensions, mm: x to the right, y to the back, z up.
record BracketDimensions(
    double width,
    double depth,
    double height,
    Plate plate,
    Back back,
    Boss boss,
    Screws screws,
    Ribs ribs,
    Hole hole,
    int segments) {
  private static final String RESOURCE = "/touchmark/sample/bracket.properties";

  /// The base plate.
  ///
  /// @param corner radius of the two front corners
  record Plate(double thickness, double corner) {}

  /// The back plate with its window.
  ///
  /// @param corner radius of the two upper corners
  record Back(double thickness, double corner, double windowDiameter, double windowZ) {}

  /// The boss in the middle and its bore.
  record Boss(double x, double y, double outer, double bore, double height) {}

  /// Four screw holes.
  record Screws(double diameter, double insetX, double frontY, double backY) {}

  /// Two ribs.
  ///
  /// @param toe height of the vertical front
  /// @param crest length of the flat top at the back plate
  /// @param height above the base plate
  record Ribs(
      double leftX,
      double rightX,
      double thickness,
      double frontY,
      double toe,
      double crest,
      double height) {}

  /// The hidden cavity of the tampered copy.
  ///
  /// @param volume in cubic millimetres
  record Hole(double x, double y, double z, double volume) {}

  BracketDimensions {
    double backY = depth - back.thickness;
    require(segments >= 8 && segments % 4 == 0, "a circle has a multiple of four corners");
    require(
        plate.thickness > 0 && height > plate.thickness + back.corner, "the back is the highest");
    require(
        ribs.leftX > back.corner
            && ribs.leftX + ribs.thickness < ribs.rightX
            && ribs.rightX + ribs.thickness < width - back.corner
            && ribs.frontY > plate.corner
            && ribs.toe > 0
            && ribs.crest > 0
            && ribs.height > ribs.toe
            && ribs.frontY < backY - ribs.crest
            && plate.thickness + ribs.height < height,
        "the ribs stand apart on the base plate, beside the back plate's corners and below its"
            + " top");
    require(
        boss.x - boss.outer / 2 > ribs.leftX + ribs.thickness
            && boss.x + boss.outer / 2 < ribs.rightX
            && boss.y + boss.outer / 2 < backY
            && boss.y - boss.outer / 2 > 0
            && boss.bore < boss.outer,
        "the boss stands between the ribs");
    require(
        screws.insetX + screws.diameter / 2 < ribs.leftX
            && width - screws.insetX - screws.diameter / 2 > ribs.rightX + ribs.thickness
            && screws.backY + screws.diameter / 2 < backY,
        "the screw holes lie beside the ribs");
    require(
        hole.z - radius(hole.volume) > 0.5 && hole.z + radius(hole.volume) < plate.thickness - 0.5,
        "the cavity lies inside the base plate");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static double radius(double volume) {
    return Math.cbrt(volume * 3 / (4 * Math.PI));
  }

  /// Where the back plate's front face is.
  double backY() {
    return depth - back.thickness;
  }

  /// Those of the sample, from the resources.
  static BracketDimensions ofSample() {
    Properties numbers = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            BracketDimensions.class.getResourceAsStream(RESOURCE), "missing " + RESOURCE)) {
      numbers.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BracketDimensions(
        number(numbers, "width"),
        number(numbers, "depth"),
        number(numbers, "height"),
        new Plate(number(numbers, "plate.thickness"), number(numbers, "plate.corner")),
        new Back(
            number(numbers, "back.thickness"),
            number(numbers, "back.corner"),
            number(numbers, "window.diameter"),
            number(numbers, "window.z")),
        new Boss(
            number(numbers, "boss.x"),
            number(numbers, "boss.y"),
            number(numbers, "boss.outer"),
            number(numbers, "boss.bore"),
            number(numbers, "boss.height")),
        new Screws(
            number(numbers, "screw.diameter"),
            number(numbers, "screw.inset.x"),
            number(numbers, "screw.front.y"),
            number(numbers, "screw.back.y")),
        new Ribs(
            number(numbers, "rib.left.x"),
            number(numbers, "rib.right.x"),
            number(numbers, "rib.thickness"),
            number(numbers, "rib.front.y"),
            number(numbers, "rib.toe"),
            number(numbers, "rib.crest"),
            number(numbers, "rib.height")),
        new Hole(
            number(numbers, "void.x"),
            number(numbers, "void.y"),
            number(numbers, "void.z"),
            number(numbers, "void.volume")),
        (int) number(numbers, "segments"));
  }

  private static double number(Properties numbers, String key) {
    return Double.parseDouble(Objects.requireNonNull(numbers.getProperty(key), key));
  }
}
