package touchmark.app.inspect;

import java.util.Optional;
import touchmark.app.format.SliceFacts;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// Looks for printing after a file is over: after its motors were switched off, its program ended,
/// or its slicer closed the part that prints. A person who reads a file to its end code does not
/// look there.
final class AfterTheEnd {
  private final Toolpath path;
  private final SliceFacts facts;

  AfterTheEnd(Toolpath path, SliceFacts facts) {
    this.path = path;
    this.facts = facts;
  }

  Optional<Finding> finding() {
    if (facts.program().over().isEmpty()) {
      return Optional.empty();
    }
    int over = facts.program().over().getAsInt();
    int moves = 0;
    int first = 0;
    for (int move = path.moves() - 1; move >= 0 && path.line(move) > over; move--) {
      if (path.feature(move) != Feature.TRAVEL) {
        moves++;
        first = path.line(move);
      }
    }
    if (moves == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCodes.AFTER_END,
            Severity.CAUTION,
            Quantities.count(moves, "move prints", "moves print")
                + " after the file was over in line "
                + over
                + ", from line "
                + first
                + " on",
            Optional.empty()));
  }
}
