package touchmark.app.format.amf;

import java.io.IOException;
import java.util.OptionalInt;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;

/// A colour as it is put together from its elements, each 0 to 1. Formulas, which stand for colours
/// that vary from place to place, are none.
final class AmfColour {
  private static final int LONGEST = 64;
  private static final String PLAIN = "[0-9]{0,3}\\.?[0-9]{0,20}(?:[eE]-?[0-9]{1,2})?";

  private double red = Double.NaN;
  private double green = Double.NaN;
  private double blue = Double.NaN;

  /// An element inside `color`; goes on to the tag after its text.
  void element(Xml xml) throws FormatException, IOException {
    switch (xml.name()) {
      case "r" -> red = share(xml.text(LONGEST));
      case "g" -> green = share(xml.text(LONGEST));
      case "b" -> blue = share(xml.text(LONGEST));
      default -> {
        // how clear it is does not show here
      }
    }
  }

  private static double share(String text) {
    return text.matches(PLAIN) && text.chars().anyMatch(Character::isDigit)
        ? Math.clamp(Double.parseDouble(text), 0, 1)
        : Double.NaN;
  }

  /// 0xRRGGBB when all three were stated.
  OptionalInt value() {
    return Double.isNaN(red + green + blue)
        ? OptionalInt.empty()
        : OptionalInt.of(eight(red) << 16 | eight(green) << 8 | eight(blue));
  }

  private static int eight(double share) {
    return (int) Math.round(255 * share);
  }
}
