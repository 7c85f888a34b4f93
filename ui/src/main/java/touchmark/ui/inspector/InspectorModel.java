package touchmark.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Severity;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;

/// The file that is shown, and what the ledger says of it.
public final class InspectorModel {
  /// Asks how a file stands for the acting party, off the FX thread.
  @FunctionalInterface
  public interface Ledgered {
    Standing standing(Fingerprint fingerprint) throws StoreException;
  }

  private final Background.Slot slot;
  private final Ledgered ledgered;
  private final Consumer<String> onTrouble;
  private final Messages words = Messages.of("inspector");
  private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();

  public InspectorModel(Background background, Ledgered ledgered, Consumer<String> onTrouble) {
    this.slot = background.slot();
    this.ledgered = ledgered;
    this.onTrouble = onTrouble;
  }

  /// What the file holds; null while nothing is shown.
  public ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /// What people call the file that is shown.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// What the ledger says; null until it is known.
  public ReadOnlyObjectProperty<@Nullable Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /// The finding that somebody asked to see; whoever draws the file marks it.
  public ObjectProperty<@Nullable Finding> pointedAtProperty() {
    return pointedAt;
  }

  /// Shows another file.
  ///
  /// @param name what people call it; copies in the vault are named by their fingerprint
  public void show(String name, Inspection shown) {
    pointedAt.set(null);
    standing.set(null);
    title.set(name);
    inspection.set(shown);
    ask();
  }

  /// Shows nothing.
  public void clear() {
    slot.clear();
    pointedAt.set(null);
    standing.set(null);
    inspection.set(null);
  }

  /// Asks the ledger again, after a new block or when another party acts.
  public void ask() {
    Inspection shown = inspection.get();
    if (shown == null) {
      return;
    }
    slot.run(
        words.text("job", title.get()),
        _ -> ledgered.standing(shown.file().fingerprint()),
        standing::set,
        why -> {
          if (!why.cancelled()) {
            onTrouble.accept(why.sentence());
          }
        });
  }

  /// The findings that a person should look at, the worst first, then the notes.
  public List<Finding> findings() {
    Inspection shown = inspection.get();
    return shown == null
        ? List.of()
        : shown.findings().stream()
            .sorted((one, other) -> other.severity().compareTo(one.severity()))
            .toList();
  }

  /// How much was found in all.
  public int count() {
    return Finding.count(findings());
  }

  /// How many findings are more than a note.
  public int warnings() {
    return Finding.count(
        findings().stream().filter(one -> one.severity() != Severity.NOTE).toList());
  }
}
