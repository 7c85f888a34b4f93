package touchmark.ui.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
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

  /// Empty where none can be made.
  private final Map<Fingerprint, Optional<Image>> made = new HashMap<>();

  /// Counts the looks of the window: a picture made for an earlier one is not kept.
  private int look;

  /// Who wants to know of the pictures that are being made: rows are shown in more cells than one.
  private final Map<Fingerprint, List<Consumer<Image>>> awaited = new HashMap<>();

  private final List<Runnable> watchers = new ArrayList<>();

  /// Held by the window's look weakly, which outlives this shelf.
  private final ChangeListener<Boolean> newLook = (_, _, _) -> forgetAll();

  PictureShelf(Pictures pictures, Background background) {
    this.pictures = pictures;
    this.background = background;
    pictures.look().addListener(new WeakChangeListener<>(newLook));
  }

  /// Tells when the pictures on show no longer suit the window; ask again then.
  void onNewLook(Runnable watcher) {
    watchers.add(watcher);
  }

  private void forgetAll() {
    look++;
    made.clear();
    awaited.clear();
    watchers.forEach(Runnable::run);
  }

  /// The picture if it is there; else it is made, and `whenMade` is told.
  Optional<Image> of(LibraryRow row, Consumer<Image> whenMade) {
    Optional<Image> known = made.get(row.fingerprint());
    if (known != null) {
      return known;
    }
    List<Consumer<Image>> others = awaited.get(row.fingerprint());
    if (others != null) {
      others.add(whenMade);
      return Optional.empty();
    }
    awaited.put(row.fingerprint(), new ArrayList<>(List.of(whenMade)));
    int wanted = look;
    background.runHeavy(
        words.text("picture", row.title()),
        job -> pictures.of(row, job),
        picture -> {
          if (wanted == look) {
            made.put(row.fingerprint(), picture);
            List<Consumer<Image>> all = forget(row);
            picture.ifPresent(image -> all.forEach(one -> one.accept(image)));
          }
        },
        _ -> {
          if (wanted == look) {
            forget(row);
          }
        });
    return Optional.empty();
  }

  private List<Consumer<Image>> forget(LibraryRow row) {
    List<Consumer<Image>> waited = awaited.remove(row.fingerprint());
    return waited == null ? List.of() : waited;
  }
}
