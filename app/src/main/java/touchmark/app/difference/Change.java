package touchmark.app.difference;

import java.util.Objects;
import java.util.Optional;
import touchmark.app.inspect.Place;

/// One thing that differs between two files: a row in the window and, where it has a place, marks
/// to draw over either file.
///
/// @param group what it belongs to, for lists that are long, such as the section of a setting;
///   empty for those that need none
/// @param sentence without a full stop, with numbers and units
/// @param from where it is in the first file, in that file's unit and by its facets or layers
/// @param to where it is in the second file, likewise
public record Change(
    Kind kind, String group, String sentence, Optional<Place> from, Optional<Place> to) {
  /// What became of it.
  public enum Kind {
    /// Only in the second file.
    ADDED,
    /// Only in the first file.
    REMOVED,
    /// In both, not alike.
    CHANGED,
    /// Nothing of substance, yet worth saying.
    REMARK
  }

  public Change {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(group, "group");
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("a change says what changed");
    }
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /// One without a place.
  public static Change of(Kind kind, String sentence) {
    return new Change(kind, "", sentence, Optional.empty(), Optional.empty());
  }

  /// This one as a member of a group.
  public Change in(String name) {
    return new Change(kind, name, sentence, from, to);
  }

  /// This one with a place in the first file.
  public Change from(Place place) {
    return new Change(kind, group, sentence, Optional.of(place), to);
  }

  /// This one with a place in the second file.
  public Change to(Place place) {
    return new Change(kind, group, sentence, from, Optional.of(place));
  }
}
