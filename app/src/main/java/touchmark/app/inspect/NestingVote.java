package touchmark.app.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import touchmark.app.mesh.FacetNormal;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.PatchMeasures;
import touchmark.app.mesh.Patches;
import touchmark.app.mesh.Ray;
import touchmark.app.mesh.RayTarget;

/// Asks of one closed piece whether it lies in material of the others: from points inside it, rays
/// are sent out, and each piece that a ray leaves once more often than it enters surrounds the
/// point. A ray counts only when it finds the point inside the piece itself; the majority decides.
final class NestingVote {
  /// Directions with no simple ratio, so that a ray hardly ever runs along a facet or into an edge.
  private static final double[][] DIRECTIONS = {
    {0.5773, 0.6180, 0.5337},
    {-0.7071, 0.3183, 0.6314},
    {0.2718, -0.8660, 0.4199},
    {0.3819, 0.2360, -0.8935},
    {-0.4142, -0.7320, -0.5411}
  };

  private static final int MOST_POINTS = 8;

  /// So many votes more on one side end the test of a piece that faces inward.
  private static final int LEAD = 3;

  private final Mesh mesh;
  private final RayTarget target;
  private final Patches pieces;
  private final PatchMeasures measures;
  private final int piece;
  private final int sign;

  private int inside;
  private int outside;
  private long crossings;
  private Map<Integer, Integer> surroundings = Map.of();

  NestingVote(Mesh mesh, RayTarget target, Patches pieces, PatchMeasures measures, int piece) {
    this.mesh = mesh;
    this.target = target;
    this.pieces = pieces;
    this.measures = measures;
    this.piece = piece;
    this.sign = measures.volume(piece) < 0 ? -1 : 1;
  }

  /// Empty when no ray told anything, as for a piece that passes through itself everywhere.
  Optional<Nesting> ask() {
    int[] facets = pieces.facets(piece);
    int step = Math.max(1, facets.length / MOST_POINTS);
    for (int i = 0; i < facets.length && !decided(); i += step) {
      askFrom(facets[i]);
    }
    if (inside + outside == 0) {
      return Optional.empty();
    }
    // A cavity is suspected readily, a second solid only where no point of it stands out.
    boolean inMaterial = sign < 0 ? inside >= outside : outside == 0;
    return Optional.of(new Nesting(piece, inMaterial, inMaterial ? smallest() : piece));
  }

  private boolean decided() {
    return sign < 0 ? Math.abs(inside - outside) >= LEAD : outside > 0;
  }

  private void askFrom(int facet) {
    double[] corners = new double[9];
    mesh.copyCorners(facet, corners);
    FacetNormal normal = new FacetNormal(mesh).of(facet);
    double length = normal.length();
    if (length == 0) {
      return;
    }
    // Into what the piece encloses: against the normal where it faces outward.
    Ray inward =
        new Ray(
            (corners[0] + corners[3] + corners[6]) / 3,
            (corners[1] + corners[4] + corners[7]) / 3,
            (corners[2] + corners[5] + corners[8]) / 3,
            -sign * normal.x() / length,
            -sign * normal.y() / length,
            -sign * normal.z() / length);
    double across = across(inward, facet);
    if (!Double.isFinite(across)) {
      return;
    }
    double x = inward.x() + inward.dx() * across / 2;
    double y = inward.y() + inward.dy() * across / 2;
    double z = inward.z() + inward.dz() * across / 2;
    for (int i = 0; i < DIRECTIONS.length && !decided(); i++) {
      vote(new Ray(x, y, z, DIRECTIONS[i][0], DIRECTIONS[i][1], DIRECTIONS[i][2]));
    }
  }

  /// How many facets its rays crossed.
  long crossings() {
    return crossings;
  }

  /// How far it is from a facet to the other side of the piece.
  private double across(Ray inward, int own) {
    double[] nearest = {Double.POSITIVE_INFINITY};
    target.cross(
        inward,
        (facet, distance, outward) -> {
          crossings++;
          if (facet != own && pieces.of(facet) == piece) {
            nearest[0] = Math.min(nearest[0], distance);
          }
        });
    return nearest[0];
  }

  private void vote(Ray ray) {
    Map<Integer, Integer> windings = new HashMap<>();
    target.cross(
        ray,
        (facet, distance, outward) -> {
          crossings++;
          windings.merge(pieces.of(facet), outward ? 1 : -1, Integer::sum);
        });
    Integer own = windings.remove(piece);
    if (own == null || own != sign) {
      return;
    }
    int others = windings.values().stream().mapToInt(Integer::intValue).sum();
    if (others > 0) {
      inside++;
      surroundings = windings;
    } else {
      outside++;
    }
  }

  /// Among the pieces that were around in the last ray that voted for material.
  private int smallest() {
    int smallest = piece;
    for (Map.Entry<Integer, Integer> around : surroundings.entrySet()) {
      int candidate = around.getKey();
      boolean smaller =
          smallest == piece
              || Math.abs(measures.volume(candidate)) < Math.abs(measures.volume(smallest));
      if (around.getValue() > 0 && smaller) {
        smallest = candidate;
      }
    }
    return smallest;
  }
}
