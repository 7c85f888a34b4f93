package touchmark.app.format.gcode;

import java.util.OptionalInt;
import touchmark.app.format.Program;

/// Finds the commands before the first layer and after the last move that prints, and where a file
/// says that it is over.
final class ProgramTrack {
  private final CommandText start = new CommandText();
  private final CommandText tail = new CommandText();

  /// How much of the start stood before anything was extruded; negative until then.
  private int beforeExtrusion = -1;

  private boolean begun;
  private OptionalInt over = OptionalInt.empty();

  /// A command line that was carried out.
  ///
  /// @param inLayer whether a layer was marked before it
  /// @param extruded whether it is a move that prints
  void command(byte[] line, int from, int to, boolean inLayer, boolean extruded) {
    begun |= inLayer;
    if (extruded) {
      if (beforeExtrusion < 0) {
        beforeExtrusion = start.length();
      }
      tail.cut(0);
    } else {
      tail.add(line, from, to);
    }
    if (!begun) {
      start.add(line, from, to);
    }
  }

  /// Nothing should be printed from here on; the first place counts.
  void over(int line) {
    if (over.isEmpty()) {
      over = OptionalInt.of(line);
    }
  }

  /// Nothing stands around the printing of a file that prints nothing.
  ///
  /// @param marked whether the file marks its layers
  Program program(boolean marked) {
    if (beforeExtrusion < 0) {
      return Program.NONE;
    }
    if (!marked) {
      start.cut(beforeExtrusion);
    }
    return new Program(start.lines(), tail.lines(), over);
  }
}
