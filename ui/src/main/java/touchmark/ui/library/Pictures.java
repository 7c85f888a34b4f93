package touchmark.ui.library;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import touchmark.ui.support.Job;

/// Makes the small picture of a row. Asked off the FX thread, once for each row that is shown.
@FunctionalInterface
public interface Pictures {
  /// For where no picture can be made.
  Pictures NONE = (_, _) -> Optional.empty();

  /// @return empty when the file's bytes are not here or nothing in them can be drawn
  Optional<Image> of(LibraryRow row, Job job) throws Exception;

  /// Changes on the FX thread when pictures made so far no longer suit the window.
  default ObservableValue<Boolean> look() {
    return new ReadOnlyBooleanWrapper(false);
  }
}
