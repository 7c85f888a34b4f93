package touchmark.app.vault;

import java.io.IOException;
import java.util.Optional;
import touchmark.app.disk.Json;

/// What the vault remembers of a file beside its bytes.
///
/// @param name the file's name when it came in, without any path
/// @param shape of a model
public record VaultNote(String name, Optional<Shape> shape) {
  /// Longest name that is kept, in UTF-16 units.
  public static final int LONGEST_NAME = 255;

  static final int MOST_BYTES = 16_384;

  public VaultNote {
    name = plainName(name);
  }

  /// The last part of a name that somebody else wrote, fit to be shown and to be used as a file
  /// name: no path, no control or direction-changing characters, never empty.
  public static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder plain = new StringBuilder();
    last.codePoints()
        .filter(point -> !Character.isISOControl(point))
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    String clean = plain.toString().strip();
    if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
      return "unnamed";
    }
    if (clean.length() <= LONGEST_NAME) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return clean.substring(0, LONGEST_NAME - end);
  }

  String toJson() {
    var json = Json.object().put("name", name);
    shape.ifPresent(
        form ->
            json.putObject("shape")
                .put("volume", form.volume())
                .put("sizeX", form.sizeX())
                .put("sizeY", form.sizeY())
                .put("sizeZ", form.sizeZ()));
    return json.toString();
  }

  static VaultNote fromJson(String what, String text) throws IOException {
    var json = Json.parse(what, text);
    var form = json.path("shape");
    Optional<Shape> shape =
        form.isObject()
            ? Optional.of(
                new Shape(
                    form.path("volume").doubleValue(),
                    form.path("sizeX").doubleValue(),
                    form.path("sizeY").doubleValue(),
                    form.path("sizeZ").doubleValue()))
            : Optional.empty();
    return new VaultNote(Json.text(what, json, "name"), shape);
  }
}
