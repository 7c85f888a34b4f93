package touchmark.app.toolpath;

import java.util.Optional;
import touchmark.app.mesh.Box;

/// The moves of a sliced file in the order of the file, in millimetres, with a layer index. Move
/// `i` goes from the end of move `i - 1` to its own end.
public interface Toolpath {
  /// How many moves.
  int moves();

  /// Where a move ends, mm.
  float x(int move);

  float y(int move);

  float z(int move);

  /// Filament pushed during the move, mm; 0 for travel, negative for a retraction.
  float extruded(int move);

  Feature feature(int move);

  /// Feed rate, mm a second.
  float speed(int move);

  /// How fast the fan on the part turns, 0 to 1.
  float fan(int move);

  /// The tool that makes the move, counted from 0.
  int tool(int move);

  /// The line of the file, counted from 1.
  int line(int move);

  /// How many layers.
  int layers();

  /// First move of a layer, 0-based; `firstMove(layers())` is [#moves()]. Moves before the first
  /// layer (homing, priming) belong to none.
  int firstMove(int layer);

  /// Height at which a layer is printed, mm.
  float layerZ(int layer);

  /// Box around everything extruded; empty when nothing is.
  Optional<Box> bounds();
}
