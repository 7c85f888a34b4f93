package touchmark.app.format;

import java.util.List;
import java.util.OptionalInt;

/// The commands of a sliced file around the printing itself, without comments. Of very long ones
/// only the beginning is kept.
///
/// @param start commands before the first layer, in the order of the file
/// @param end commands after the last move that prints
/// @param over line, counted from 1, after which nothing should be printed any more: where the
///   motors are switched off, the program ends, or the slicer says that it is the end
public record Program(List<String> start, List<String> end, OptionalInt over) {
  /// Of a file that has none.
  public static final Program NONE = new Program(List.of(), List.of(), OptionalInt.empty());

  public Program {
    start = List.copyOf(start);
    end = List.copyOf(end);
  }
}
