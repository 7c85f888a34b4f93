package touchmark.app.usecase;

import java.util.List;
import touchmark.app.inspect.Inspection;

/// Points out files whose fingerprint could be found by guessing: a member who knows nearly all of
/// a file tries the rest, and learns from the ledger who has it.
final class Guessable {
  /// A file below this size has few bytes that anybody would have to guess.
  private static final long SMALL = 1_024;

  /// A settings or measurement file below this size may be one of few that anybody would write.
  private static final long SMALL_SETTINGS = 4_096;

  private static final String SETTINGS =
      "This is a file of settings or measurements. Much of it is the same in every such file:"
          + " whoever guesses the rest can find its fingerprint on the ledger and learn that you"
          + " have it.";

  private Guessable() {}

  /// A sentence for people, where there is a reason for one.
  static List<String> warnings(Inspection inspection) {
    long size = inspection.file().size();
    return switch (inspection.file().format().dataType()) {
      case CONFIGURATION, CONTROL_DATA -> List.of(size < SMALL_SETTINGS ? small(size) : SETTINGS);
      case GEOMETRY_3D, GEOMETRY_SLICED -> size < SMALL ? List.of(small(size)) : List.of();
    };
  }

  private static String small(long size) {
    return "This is a small file of "
        + size
        + " bytes. Whoever guesses its content can find its fingerprint on the ledger and learn"
        + " that you have it.";
  }
}
