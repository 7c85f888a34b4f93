package touchmark.app.inspect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;

/// What fits into a printer, mm. Where a part stands on the bed is decided by the slicer, so that
/// only sizes are compared, also with the part turned by a quarter.
public record BuildVolume(double x, double y, double z) {
  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*([\\d.]{1,12})\\s*[xX×]\\s*([\\d.]{1,12})\\s*[xX×]\\s*([\\d.]{1,12})\\s*");

  /// Coordinates are floats; so much of a size is rounding.
  private static final double ROUNDING = 1e-6;

  public BuildVolume {
    if (!(isSize(x) && isSize(y) && isSize(z))) {
      throw new IllegalArgumentException("a build volume has three sizes above 0 mm");
    }
  }

  /// Reads `250x210x220`.
  ///
  /// @throws IllegalArgumentException in one sentence for anything else
  public static BuildVolume parse(String text) {
    Matcher sizes = TEXT.matcher(text);
    try {
      if (sizes.matches()) {
        return new BuildVolume(
            Double.parseDouble(sizes.group(1)),
            Double.parseDouble(sizes.group(2)),
            Double.parseDouble(sizes.group(3)));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
    throw new IllegalArgumentException(expected(text));
  }

  private static String expected(String text) {
    return "a build volume is three sizes in mm such as 250x210x220, not \"" + text + "\"";
  }

  private static boolean isSize(double size) {
    return size > 0 && Double.isFinite(size);
  }

  /// Whether something of this size fits.
  boolean holds(Box part, LengthUnit unit) {
    double room = unit.millimetres() * (1 - ROUNDING);
    double sizeX = part.sizeX() * room;
    double sizeY = part.sizeY() * room;
    boolean asItIs = sizeX <= x && sizeY <= y;
    boolean turned = sizeX <= y && sizeY <= x;
    return (asItIs || turned) && part.sizeZ() * room <= z;
  }

  /// What there is to say of a part that does not fit.
  Optional<String> refusal(Box part, LengthUnit unit) {
    return holds(part, unit)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "a part of %s does not fit into %s x %s x %s mm",
                Quantities.size(part, unit),
                Quantities.number(x),
                Quantities.number(y),
                Quantities.number(z)));
  }
}
