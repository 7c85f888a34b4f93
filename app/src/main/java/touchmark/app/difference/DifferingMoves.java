package touchmark.app.difference;

import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.inspect.Place;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.toolpath.Toolpath;

/// The moves of a layer from the first to the last that differ from those of another layer.
///
/// @param layer counted from 0
/// @param first of these moves in the toolpath
/// @param count may be 0 where the other layer has more
record DifferingMoves(Toolpath path, int layer, int first, int count) {
  /// Of two layers: between what they begin with and what they end with alike.
  ///
  /// @return those of the first and those of the second
  static DifferingMoves[] of(Toolpath from, int fromLayer, Toolpath to, int toLayer) {
    int a = from.firstMove(fromLayer);
    int b = to.firstMove(toLayer);
    int fromMoves = from.firstMove(fromLayer + 1) - a;
    int toMoves = to.firstMove(toLayer + 1) - b;
    int most = Math.min(fromMoves, toMoves);
    int before = 0;
    while (before < most && LayerComparison.isSame(from, a + before, to, b + before, 0, 0, 0)) {
      before++;
    }
    int after = 0;
    while (after < most - before
        && LayerComparison.isSame(
            from, a + fromMoves - 1 - after, to, b + toMoves - 1 - after, 0, 0, 0)) {
      after++;
    }
    return new DifferingMoves[] {
      new DifferingMoves(from, fromLayer, a + before, fromMoves - before - after),
      new DifferingMoves(to, toLayer, b + before, toMoves - before - after)
    };
  }

  /// The layer, and the box around the moves.
  Place place() {
    Optional<Box> box = Optional.empty();
    int end = Math.max(first + count, Math.min(first + 1, path.moves()));
    for (int move = first; move < end; move++) {
      Box at =
          new Box(
              path.x(move), path.y(move), path.z(move), path.x(move), path.y(move), path.z(move));
      box = Optional.of(box.map(more -> more.union(at)).orElse(at));
    }
    return new Place(box, Facets.NONE, OptionalInt.of(layer));
  }

  /// Line of the file where they begin; of the file's last move when there are none after it.
  int line() {
    return path.moves() == 0 ? 0 : path.line(Math.min(first, path.moves() - 1));
  }
}
