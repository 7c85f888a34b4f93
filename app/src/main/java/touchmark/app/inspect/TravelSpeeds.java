package touchmark.app.inspect;

import java.util.HashMap;
import java.util.Map;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// How often a file travels at which speed, where it plainly travels: after a retraction, a lift,
/// or at another speed than it printed at before.
final class TravelSpeeds {
  private static final int MOST_SPEEDS = 1000;

  private final Map<Float, Integer> moves = new HashMap<>();
  private int all;

  TravelSpeeds(Toolpath path) {
    boolean plain = true;
    for (int move = 1; move < path.moves(); move++) {
      if (path.feature(move) != Feature.TRAVEL) {
        plain = false;
      } else {
        boolean along = path.x(move) != path.x(move - 1) || path.y(move) != path.y(move - 1);
        plain |= !along || path.extruded(move) < 0 || path.speed(move) != path.speed(move - 1);
        if (plain && along) {
          all++;
          if (moves.size() < MOST_SPEEDS || moves.containsKey(path.speed(move))) {
            moves.merge(path.speed(move), 1, Integer::sum);
          }
        }
      }
    }
  }

  /// The part of plain travels at a speed, mm a second; 0 to 1.
  double share(float speed) {
    return all == 0 ? 0 : (double) moves.getOrDefault(speed, 0) / all;
  }
}
