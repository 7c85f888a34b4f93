package touchmark.app.render;

import java.util.Optional;

/// Everything that a picture shows, apart from where it is seen from.
///
/// @param bed the plate under the subject, where one is wanted
public record Scene(Subject subject, Optional<Bed> bed, Palette palette) {
  /// A subject on a plate of the usual size.
  public static Scene onBed(Subject subject, Palette palette) {
    Optional<Bed> bed =
        subject
            .bounds()
            .map(
                box ->
                    switch (subject) {
                      case Subject.Solid solid -> Bed.under(box, solid.mesh().unit());
                      case Subject.Sliced _ -> Bed.underMoves(box);
                    });
    return new Scene(subject, bed, palette);
  }

  /// The same place with something else in it.
  public Scene with(Subject other) {
    return new Scene(other, bed, palette);
  }

  /// The same things in other colours.
  public Scene with(Palette other) {
    return new Scene(subject, bed, other);
  }
}
