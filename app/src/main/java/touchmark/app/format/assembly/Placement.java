package touchmark.app.format.assembly;

import java.util.Locale;

/// An object put somewhere: a component of another, or an item of the build.
///
/// @param part name of the model part that has the object, empty in a file of one part
/// @param objectId its id there
public record Placement(String part, String objectId, Transform transform) {
  /// One form for all ways to write the name of a part.
  public static String key(String part) {
    return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
  }

  String partKey() {
    return key(part);
  }

  String where() {
    return part.isEmpty() ? "object " + objectId : part + ", object " + objectId;
  }
}
