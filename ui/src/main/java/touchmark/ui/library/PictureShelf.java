package touchmark.ui.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;

/// Keeps the small pictures by fingerprint, each made once in the background. Belongs to the FX
/// thread.
final class PictureShelf {
  private final Pictures pictures;
  private final Background background;
  private final Messages words = Messages.of("library");

  /// Empty while a picture is being made, and where none can be made.
  private final Map<Fingerprint, Optional<Image>> made = new HashMap<>();

  PictureShelf(Pictures pictures, Background background) {
    this.pictures = pictures;
    this.background = background;
  }

  /// The picture if it is there; else it is made, and `whenMade` is told.
  Optional<Image> of(LibraryRow row, Consumer<Image> whenMade) {
    Optional<Image> known = made.get(row.fingerprint());
    if (known != null) {
      return known;
    }
    made.put(row.fingerprint(), Optional.empty());
    background.runHeavy(
        words.text("picture", row.title()),
        job -> pictures.of(row, job),
        picture -> {
          made.put(row.fingerprint(), picture);
          picture.ifPresent(whenMade);
        },
        _ -> made.remove(row.fingerprint()));
    return Optional.empty();
  }
}
