package touchmark.ui.claim;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.claim.ClaimDesk.Source;
import touchmark.ui.support.Job;

/// One file on the sheet: what will be said of it, and what became of it. Belongs to the FX thread.
public final class ClaimRow {
  /// How far it is.
  public enum State {
    WAITING,
    READING,
    /// May be claimed.
    READY,
    /// Somebody claimed these bytes before.
    TAKEN,
    CLAIMING,
    DONE,
    REFUSED,
    FAILED,
    CANCELLED
  }

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST_LINES = 64;

  private final Path file;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Verdict.Refused>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final DoubleProperty fraction = new SimpleDoubleProperty(Job.UNKNOWN);
  private final StringProperty id = new SimpleStringProperty("");
  private final StringProperty version = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final BooleanProperty isPublic = new SimpleBooleanProperty();
  private final StringProperty doi = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Recognised>> recognised =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<String> warnings = List.of();
  private @Nullable ClaimRequest proposed;
  private @Nullable Job job;

  ClaimRow(Path file) {
    this.file = file;
  }

  public Path file() {
    return file;
  }

  /// The last part of its path.
  public String name() {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What there is to say of its state, for people.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The refusal, when a rule refused the claim.
  public ReadOnlyObjectProperty<Optional<Verdict.Refused>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /// How far the reading or claiming is, 0 to 1, or [Job#UNKNOWN].
  public DoubleProperty fractionProperty() {
    return fraction;
  }

  public StringProperty idProperty() {
    return id;
  }

  /// Versions, separated by commas.
  public StringProperty versionProperty() {
    return version;
  }

  /// Descriptions, one a line.
  public StringProperty descriptionProperty() {
    return description;
  }

  /// What it was made from.
  public ObservableList<Source> sources() {
    return sources;
  }

  public BooleanProperty publicProperty() {
    return isPublic;
  }

  /// A digital object identifier; counts only when public.
  public StringProperty doiProperty() {
    return doi;
  }

  /// What was recognised of the file, once it was read.
  ReadOnlyObjectProperty<Optional<Recognised>> recognisedProperty() {
    return recognised.getReadOnlyProperty();
  }

  /// The fingerprint and type that were proposed, once the file was read.
  Optional<ClaimRequest> proposed() {
    return Optional.ofNullable(proposed);
  }

  List<String> warnings() {
    return warnings;
  }

  /// Whether the entries can still be changed.
  boolean editable() {
    return switch (state.get()) {
      case READY, REFUSED -> true;
      case WAITING, READING, TAKEN, CLAIMING, DONE, FAILED, CANCELLED -> false;
    };
  }

  /// Whether something runs that can be cancelled.
  boolean busy() {
    return switch (state.get()) {
      case WAITING, READING, CLAIMING -> true;
      case READY, TAKEN, DONE, REFUSED, FAILED, CANCELLED -> false;
    };
  }

  /// What must be mended before the claim, as a key of the bundle; empty when nothing.
  Optional<String> mistake() {
    if (id.get().isBlank()) {
      return Optional.of("mistake.id");
    }
    if (id.get().strip().length() > LONGEST_ID) {
      return Optional.of("mistake.id.long");
    }
    List<String> versions = versions();
    if (versions.isEmpty()) {
      return Optional.of("mistake.version");
    }
    if (versions.size() > MOST_LINES
        || versions.stream().anyMatch(one -> one.length() > LONGEST_VERSION)) {
      return Optional.of("mistake.version.long");
    }
    List<String> lines = lines();
    if (lines.size() > MOST_LINES
        || lines.stream().anyMatch(line -> line.length() > LONGEST_DESCRIPTION)) {
      return Optional.of("mistake.description.long");
    }
    return Stream.of(id.get().strip(), version.get(), doi.get())
            .anyMatch(text -> text.codePoints().anyMatch(Character::isISOControl))
        ? Optional.of("mistake.control")
        : Optional.empty();
  }

  /// What the claim will say.
  ///
  /// @throws IllegalStateException before the file was read
  ClaimRequest request() {
    ClaimRequest from = proposed;
    if (from == null) {
      throw new IllegalStateException(name() + " was not read yet");
    }
    return new ClaimRequest(
        from.file(),
        from.fingerprint(),
        id.get().strip(),
        versions(),
        lines(),
        from.dataType(),
        sources.stream().map(Source::fingerprint).toList(),
        isPublic.get(),
        isPublic.get() && !doi.get().isBlank() ? Optional.of(doi.get().strip()) : Optional.empty());
  }

  private List<String> versions() {
    return split(version.get(), ",");
  }

  private List<String> lines() {
    return split(description.get().replace('\t', ' '), "\\R");
  }

  private static List<String> split(String text, String at) {
    return Arrays.stream(text.split(at)).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  void propose(ClaimProposal proposal, Recognised seen, List<Source> from) {
    proposed = proposal.request();
    warnings = proposal.warnings();
    id.set(proposal.request().id());
    version.set(String.join(", ", proposal.request().versionIds()));
    description.set(String.join("\n", proposal.request().descriptions()));
    sources.setAll(from);
    isPublic.set(proposal.request().isPublic());
    doi.set(proposal.request().doi().orElse(""));
    recognised.set(Optional.of(seen));
  }

  void become(State now, String said) {
    refusal.set(Optional.empty());
    sentence.set(said);
    state.set(now);
  }

  void refuse(Verdict.Refused verdict) {
    refusal.set(Optional.of(verdict));
    sentence.set(verdict.reason());
    state.set(State.REFUSED);
  }

  void working(Job running) {
    job = running;
    fraction.bind(running.fractionProperty());
  }

  void rest() {
    fraction.unbind();
    job = null;
  }

  void cancelJob() {
    if (job != null) {
      job.cancel();
    }
  }
}
