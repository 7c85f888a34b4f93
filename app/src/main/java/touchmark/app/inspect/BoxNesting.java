package touchmark.app.inspect;

import java.util.Comparator;
import java.util.stream.IntStream;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.PatchMeasures;

/// Rules out by their boxes most pieces that lie in no other, before rays are sent.
final class BoxNesting {
  /// Comparing every piece with every other is fine up to here; beyond, only with the largest.
  private static final int MOST_COMPARED = 2_000;

  private final PatchMeasures measures;

  /// Pieces with the largest boxes, the largest first.
  private final int[] largest;

  BoxNesting(PatchMeasures measures) {
    this.measures = measures;
    this.largest =
        IntStream.range(0, measures.count())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -measures.box(i).diagonal()))
            .limit(MOST_COMPARED)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /// Whether a piece could lie in the material of others: one that faces inward as soon as a box
  /// meets its box, one that faces outward when a box contains it.
  boolean mayLieInAnother(int piece) {
    Box box = measures.box(piece);
    boolean facesInward = measures.volume(piece) < 0;
    for (int other : largest) {
      if (other != piece) {
        Box around = measures.box(other);
        if (facesInward ? around.meets(box) : around.contains(box)) {
          return true;
        }
      }
    }
    return measures.count() > MOST_COMPARED;
  }
}
