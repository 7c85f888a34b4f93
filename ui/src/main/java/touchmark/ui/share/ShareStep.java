package touchmark.ui.share;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.TxId;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.share.ShareDesk.Item;

/// One thing that is done when sharing: recording a send, or writing its package. Belongs to the FX
/// thread.
public final class ShareStep {
  /// What it does.
  public enum Kind {
    RECORD,
    PACKAGE
  }

  /// How far it is.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    FAILED,
    /// Not begun, because the step before did not succeed.
    LEFT_OUT
  }

  private final Kind kind;
  private final Item item;
  private final Organization recipient;
  private final @Nullable Path packageFile;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private @Nullable TxId send;
  private Optional<Verdict.Refused> refusal = Optional.empty();

  ShareStep(Kind kind, Item item, Organization recipient, @Nullable Path packageFile) {
    this.kind = kind;
    this.item = item;
    this.recipient = recipient;
    this.packageFile = packageFile;
  }

  public Kind kind() {
    return kind;
  }

  Item item() {
    return item;
  }

  Organization recipient() {
    return recipient;
  }

  Optional<Path> packageFile() {
    return Optional.ofNullable(packageFile);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What there is to say, for people.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The refusal, when a rule refused the send.
  public Optional<Verdict.Refused> refusal() {
    return refusal;
  }

  /// The send that stands, whose package may be written again.
  Optional<TxId> send() {
    return Optional.ofNullable(send);
  }

  void become(State now, String said) {
    sentence.set(said);
    state.set(now);
  }

  void refuse(Verdict.Refused verdict) {
    refusal = Optional.of(verdict);
    become(State.REFUSED, verdict.reason());
  }

  void failAfter(TxId recorded, String said) {
    send = recorded;
    become(State.FAILED, said);
  }
}
