package touchmark.app.format.layerfile;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import touchmark.app.format.FormatException;
import touchmark.app.mesh.Box;

/// What a layer file begins with.
///
/// @param aligned whether binary commands begin at multiples of four bytes
/// @param unit mm
/// @param box of all layers, mm
/// @param said every keyword and its value
record LayerHeader(
    boolean binary,
    boolean aligned,
    double unit,
    Optional<Box> box,
    OptionalInt layers,
    Map<String, String> said) {
  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_VALUE = 500;
  private static final int MOST_SAID = 1000;
  private static final String END = "$$HEADEREND";
  private static final Pattern COMMENT = Pattern.compile("//[^/]*//");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[-+]?\\d{1,20}(?:\\.\\d{0,20})?(?:[eE][-+]?\\d{1,2})?\\s*");
  private static final double FARTHEST = 1e6;

  LayerHeader {
    said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
  }

  /// Reads up to and with the end of the header; binary data follow at once.
  static LayerHeader read(LayerInput in) throws FormatException, IOException {
    StringBuilder text = new StringBuilder();
    while (!endsHeader(text)) {
      int next = in.next();
      if (next < 0 || text.length() == LONGEST) {
        throw in.problem(
            END + " within " + LONGEST + " bytes", next < 0 ? "the end of the file" : "none");
      }
      text.append((char) next);
    }
    Map<String, String> said = keywords(text.toString());
    boolean binary = said.containsKey("BINARY");
    if (binary == said.containsKey("ASCII")) {
      throw in.problem("either $$BINARY or $$ASCII", binary ? "both" : "neither");
    }
    double unit = number(said.getOrDefault("UNITS", ""));
    if (!(unit > 0 && unit <= FARTHEST)) {
      throw in.problem("a unit in mm as $$UNITS", "\"" + said.getOrDefault("UNITS", "") + "\"");
    }
    return new LayerHeader(binary, said.containsKey("ALIGN"), unit, box(said), layers(said), said);
  }

  private static boolean endsHeader(StringBuilder text) {
    int start = text.length() - END.length();
    return start >= 0 && text.charAt(text.length() - 1) == 'D' && text.indexOf(END, start) == start;
  }

  private static Map<String, String> keywords(String text) {
    Map<String, String> said = new LinkedHashMap<>();
    String plain = COMMENT.matcher(text).replaceAll("");
    for (String part : plain.split("\\$\\$", -1)) {
      int slash = part.indexOf('/');
      String key = (slash < 0 ? part : part.substring(0, slash)).strip();
      String value = slash < 0 ? "" : part.substring(slash + 1).strip();
      if (!key.isEmpty() && said.size() < MOST_SAID) {
        said.putIfAbsent(key, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
      }
    }
    return said;
  }

  /// NaN for what is no number.
  private static double number(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static Optional<Box> box(Map<String, String> said) {
    String[] parts = said.getOrDefault("DIMENSION", "").split(",", -1);
    double[] sides = new double[6];
    if (parts.length != sides.length) {
      return Optional.empty();
    }
    for (int i = 0; i < sides.length; i++) {
      sides[i] = number(parts[i]);
      if (!(Math.abs(sides[i]) <= FARTHEST)) {
        return Optional.empty();
      }
    }
    boolean inOrder = sides[0] <= sides[3] && sides[1] <= sides[4] && sides[2] <= sides[5];
    return inOrder
        ? Optional.of(new Box(sides[0], sides[1], sides[2], sides[3], sides[4], sides[5]))
        : Optional.empty();
  }

  private static OptionalInt layers(Map<String, String> said) {
    double layers = number(said.getOrDefault("LAYERS", ""));
    return layers >= 0 && layers <= Integer.MAX_VALUE
        ? OptionalInt.of((int) layers)
        : OptionalInt.empty();
  }
}
