package touchmark.ui.library;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.LibraryEntry;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;

/// What stands on the shelves for the party that acts, which shelf is shown, which row is selected.
public final class LibraryModel {
  /// Lists what the acting party owns, received and sent. Asked off the FX thread.
  @FunctionalInterface
  public interface Source {
    List<LibraryEntry> entries() throws StoreException;
  }

  private final Background.Slot slot;
  private final Consumer<String> onTrouble;
  private final Messages words = Messages.of("library");
  private final ObservableList<LibraryRow> recorded = FXCollections.observableArrayList();
  private final ObservableList<LibraryRow> opened = FXCollections.observableArrayList();
  private final ObservableList<LibraryRow> all = FXCollections.observableArrayList();
  private final FilteredList<LibraryRow> rows = new FilteredList<>(all);
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.MINE);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LibraryRow> selected = new SimpleObjectProperty<>();

  /// @param onTrouble is told a sentence when the shelves cannot be read
  public LibraryModel(Background background, Consumer<String> onTrouble) {
    this.slot = background.slot();
    this.onTrouble = onTrouble;
    rows.predicateProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> {
                  Shelf shown = shelf.get();
                  String sought = search.get().strip().toLowerCase(Locale.ROOT);
                  return row -> sought.isEmpty() ? row.shelf() == shown : row.matches(sought);
                },
                shelf,
                search));
  }

  /// The rows of the shown shelf, or of all shelves while something is sought.
  public ObservableList<LibraryRow> rows() {
    return rows;
  }

  public ObjectProperty<Shelf> shelfProperty() {
    return shelf;
  }

  public StringProperty searchProperty() {
    return search;
  }

  public ObjectProperty<@Nullable LibraryRow> selectedProperty() {
    return selected;
  }

  /// How many rows stand on a shelf.
  public IntegerBinding count(Shelf on) {
    return Bindings.createIntegerBinding(
        () -> (int) all.stream().filter(row -> row.shelf() == on).count(), all);
  }

  /// Reads the shelves again.
  public void refresh(Source source) {
    refresh(source, () -> {});
  }

  /// Reads the shelves again.
  ///
  /// @param then runs once they are read
  public void refresh(Source source, Runnable then) {
    slot.run(
        words.text("job"),
        _ ->
            source.entries().stream()
                .map(LibraryRow::of)
                .sorted(Comparator.comparing(LibraryRow::shelf))
                .toList(),
        found -> {
          recorded.setAll(found);
          merge();
          then.run();
        },
        why -> {
          if (!why.cancelled()) {
            onTrouble.accept(why.sentence());
          }
        });
  }

  /// Puts a file that was looked at on the shelf of its own.
  public void opened(LibraryRow row) {
    opened.removeIf(
        other -> other.fingerprint().equals(row.fingerprint()) || other.file().equals(row.file()));
    opened.add(row);
    merge();
  }

  /// Selects the row of some bytes, on the first shelf that has them: what is mine and was sent is
  /// shown as mine.
  public void select(Fingerprint fingerprint) {
    rowOf(fingerprint)
        .ifPresent(
            row -> {
              shelf.set(row.shelf());
              selected.set(row);
            });
  }

  /// Registered files leave the shelf of the opened ones; the selection stays on the same bytes,
  /// and follows them to another shelf when they left this one.
  private void merge() {
    LibraryRow before = selected.get();
    List<LibraryRow> strangers =
        opened.stream()
            .filter(
                row ->
                    recorded.stream()
                        .noneMatch(known -> known.fingerprint().equals(row.fingerprint())))
            .toList();
    all.setAll(recorded);
    all.addAll(strangers);
    if (before != null) {
      Optional<LibraryRow> now =
          all.stream()
              .filter(row -> row.fingerprint().equals(before.fingerprint()))
              .filter(row -> row.shelf() == before.shelf())
              .findFirst()
              .or(() -> rowOf(before.fingerprint()));
      now.filter(row -> row.shelf() != before.shelf()).ifPresent(row -> shelf.set(row.shelf()));
      selected.set(now.orElse(null));
    }
  }

  private Optional<LibraryRow> rowOf(Fingerprint fingerprint) {
    return all.stream()
        .filter(row -> row.fingerprint().equals(fingerprint))
        .min(Comparator.comparing(LibraryRow::shelf));
  }
}
