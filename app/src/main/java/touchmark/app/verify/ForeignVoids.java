package touchmark.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.inspect.InternalVoid;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.mesh.Box;

/// Cavities that a mesh has and its registered original has not.
final class ForeignVoids {
  private static final double VOLUME_TOLERANCE = 0.01;

  private ForeignVoids() {}

  /// Says which, with volume and place; empty when there are none.
  ///
  /// @param original facts of the registered mesh, when its bytes are at hand
  /// @param stated how many voids the registered claim states, for when they are not
  static Optional<String> sentence(
      MeshFacts mesh, Optional<MeshFacts> original, int stated, String title) {
    List<InternalVoid> foreign =
        original
            .map(facts -> without(mesh, facts))
            .orElseGet(
                () -> mesh.internalVoids().size() > stated ? mesh.internalVoids() : List.of());
    if (foreign.isEmpty()) {
      return Optional.empty();
    }
    InternalVoid largest =
        foreign.stream().max((a, b) -> Double.compare(a.volume(), b.volume())).orElseThrow();
    String count = foreign.size() == 1 ? "1 internal void" : foreign.size() + " internal voids";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s that the registered %s lacks%s: %.1f %s³ at (%.1f, %.1f, %.1f), %.1f %s under the"
                + " surface.",
            count,
            title,
            foreign.size() == 1 ? "" : ", the largest",
            largest.volume(),
            mesh.unit().symbol(),
            largest.box().centreX(),
            largest.box().centreY(),
            largest.box().centreZ(),
            largest.depth(),
            mesh.unit().symbol()));
  }

  private static List<InternalVoid> without(MeshFacts mesh, MeshFacts original) {
    double scale = mesh.unit().millimetres();
    double otherScale = original.unit().millimetres();
    double near = 1e-3 * mesh.bounds().map(Box::diagonal).orElse(1.0) * scale;
    List<InternalVoid> known = new ArrayList<>(original.internalVoids());
    List<InternalVoid> foreign = new ArrayList<>();
    for (InternalVoid found : mesh.internalVoids()) {
      Optional<InternalVoid> match =
          known.stream()
              .filter(other -> sameVoid(found, scale, other, otherScale, near))
              .findFirst();
      match.ifPresentOrElse(known::remove, () -> foreign.add(found));
    }
    return foreign;
  }

  private static boolean sameVoid(
      InternalVoid a, double scaleA, InternalVoid b, double scaleB, double near) {
    double volumeA = a.volume() * Math.pow(scaleA, 3);
    double volumeB = b.volume() * Math.pow(scaleB, 3);
    return Math.abs(volumeA - volumeB) <= VOLUME_TOLERANCE * Math.max(volumeA, volumeB)
        && Math.abs(a.box().centreX() * scaleA - b.box().centreX() * scaleB) <= near
        && Math.abs(a.box().centreY() * scaleA - b.box().centreY() * scaleB) <= near
        && Math.abs(a.box().centreZ() * scaleA - b.box().centreZ() * scaleB) <= near;
  }
}
