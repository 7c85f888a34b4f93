package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.Inspection;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.ledger.Subscription;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.control.Sign;
import touchmark.ui.inspector.InspectorModel;
import touchmark.ui.library.LibraryModel;
import touchmark.ui.library.LibraryRow;
import touchmark.ui.library.Shelf;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Messages;

/// What is going on in the window: for whom we act, which file is shown, which flow is open, where
/// the chain stands. Passes values between the panels. Belongs to the FX thread.
public final class WorkbenchModel implements AutoCloseable {
  private final Background background;
  private final Station station;
  private final Messages words = Messages.of("workbench");
  private final LibraryModel library;
  private final InspectorModel inspector;
  private final DropModel drops;
  private final Background.Slot opening;
  private final Background.Slot telling;
  private final Background.Slot chaining;
  private final Background.Slot sharing;
  private final ObservableList<Party> parties = FXCollections.observableArrayList();
  private final ObjectProperty<Party> actingFor;
  private final ReadOnlyObjectWrapper<Station.Chain> chain;
  private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Sheet> sheet =
      new ReadOnlyObjectWrapper<>(new Sheet.Closed());
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final Subscription watching;
  private @Nullable Fingerprint shown;

  private record Unpacked(String name, Inspection inspection) {}

  /// What the window needs to know before it can be drawn, read off the FX thread.
  public record Beginning(List<Party> parties, Station.Chain chain) {
    public Beginning {
      parties = List.copyOf(parties);
      if (parties.isEmpty()) {
        throw new IllegalArgumentException("a home acts for somebody");
      }
    }

    /// Reads it; waits for the disk.
    public static Beginning of(Station station) {
      return new Beginning(station.parties(), station.chain());
    }
  }

  public WorkbenchModel(Background background, Station station, Beginning beginning) {
    this.background = background;
    this.station = station;
    parties.setAll(beginning.parties());
    actingFor = new SimpleObjectProperty<>(beginning.parties().getFirst());
    chain = new ReadOnlyObjectWrapper<>(beginning.chain());
    opening = background.slot();
    telling = background.slot();
    chaining = background.slot();
    sharing = background.slot();
    library = new LibraryModel(background, this::say);
    inspector =
        new InspectorModel(
            background, ledgered -> station.standing(ledgered, actingFor.get()), this::say);
    drops =
        new DropModel(
            background,
            (file, job) -> station.standing(station.fingerprint(file, job), actingFor.get()),
            actingFor::get);
    library
        .selectedProperty()
        .subscribe(
            row -> {
              if (row != null && !row.fingerprint().equals(shown)) {
                show(row);
              }
            });
    actingFor.subscribe(_ -> refresh());
    watching = station.watch(_ -> background.onFx(this::grown));
  }

  public LibraryModel library() {
    return library;
  }

  public InspectorModel inspector() {
    return inspector;
  }

  public DropModel drops() {
    return drops;
  }

  /// Whom this home can act for.
  public ObservableList<Party> parties() {
    return parties;
  }

  /// For whom claims, shares and verifications are made.
  public ObjectProperty<Party> actingForProperty() {
    return actingFor;
  }

  /// Whether the key of the acting party is here: without it this home only looks and verifies.
  public ObservableValue<Boolean> maySign() {
    return actingFor.map(party -> party.signedBy().isPresent());
  }

  public ReadOnlyObjectProperty<Station.Chain> chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /// The story of the file that is shown.
  public ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Sheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /// A sentence that people should read; empty when there is none.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Shows a sentence until it is dismissed or something else is opened.
  public void say(String sentence) {
    notice.set(sentence);
  }

  public void dismissNotice() {
    notice.set("");
  }

  /// Does something with files, as dropped or chosen. Nothing is recorded here: the flow that opens
  /// asks first.
  public void act(Act act, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    dismissNotice();
    if (act.signs() && !maySign().getValue()) {
      say(words.text("keyless", actingFor.get().name()));
      return;
    }
    switch (act) {
      case CLAIM -> {
        look(files.subList(0, 1));
        sheet.set(new Sheet.Claim(files));
      }
      case SHARE -> {
        look(files.subList(0, 1));
        share(files);
      }
      case VERIFY -> sheet.set(new Sheet.Verify(files));
      case LOOK -> {
        closeSheet();
        look(files);
      }
    }
  }

  /// The file that is shown, to claim, share or verify it by button or key.
  public Optional<Path> shownFile() {
    return Optional.ofNullable(inspector.inspectionProperty().get())
        .map(inspection -> inspection.file().path());
  }

  /// Closes the flow that is open.
  public void closeSheet() {
    if (!(sheet.get() instanceof Sheet.Closed)) {
      sheet.set(new Sheet.Closed());
    }
  }

  /// Closes a verification: what it noted in this station's journal joins the story.
  public void endVerifying() {
    closeSheet();
    tellStory();
  }

  /// Reads again what the ledger says: shelves, standing, story.
  public void refresh() {
    Party party = actingFor.get();
    library.refresh(() -> station.shelves(party));
    inspector.ask();
    tellStory();
  }

  @Override
  public void close() {
    watching.close();
  }

  /// Opens files in the preview, the first in sight, the others on the shelf of the opened ones.
  private void look(List<Path> files) {
    Path first = files.getFirst();
    Fingerprint seen = shown;
    if (seen != null && shownFile().equals(Optional.of(first))) {
      readAgain(first, seen);
    } else {
      read(first);
    }
    files.stream().skip(1).forEach(this::readAside);
  }

  /// What is shared is known by its bytes, so they are read first.
  private void share(List<Path> files) {
    Optional<Path> inSight = shownFile();
    String title = inspector.titleProperty().get();
    sharing.run(
        words.text("drop.asking"),
        job -> {
          List<Sheet.Asset> assets = new ArrayList<>();
          for (Path file : files) {
            boolean isInSight = inSight.filter(file::equals).isPresent();
            assets.add(
                new Sheet.Asset(station.fingerprint(file, job), isInSight ? title : name(file)));
          }
          return assets;
        },
        assets -> sheet.set(new Sheet.Share(assets)),
        this::tell);
  }

  private void read(Path file) {
    if (Packages.isOne(file)) {
      unpack(file);
      return;
    }
    opening.runHeavy(
        words.text("reading", name(file)),
        job -> station.inspect(file, job),
        this::presentOpened,
        this::tell);
  }

  /// The file that is shown may have been written again since: what it holds now counts.
  private void readAgain(Path file, Fingerprint seen) {
    opening.runHeavy(
        words.text("reading", name(file)),
        job ->
            station.fingerprint(file, job).equals(seen)
                ? Optional.<Inspection>empty()
                : Optional.of(station.inspect(file, job)),
        changed -> changed.ifPresent(this::presentOpened),
        this::tell);
  }

  private void presentOpened(Inspection found) {
    library.opened(opened(found));
    present(found.file().name(), found);
    library.select(found.file().fingerprint());
  }

  /// A package is for the acting party; what it held is kept, and shown.
  private void unpack(Path file) {
    Party party = actingFor.get();
    if (!mayUnpack(file)) {
      return;
    }
    opening.runHeavy(
        words.text("unpacking", name(file)),
        job -> {
          OpenPackage.Opened opened = station.unpack(file, party, job);
          return new Unpacked(opened.name(), station.inspect(opened.file(), job));
        },
        held -> {
          present(held.name(), held.inspection());
          library.refresh(
              () -> station.shelves(party),
              () -> library.select(held.inspection().file().fingerprint()));
        },
        this::tell);
  }

  private void readAside(Path file) {
    if (Packages.isOne(file)) {
      unpackAside(file);
      return;
    }
    background.runHeavy(
        words.text("reading", name(file)),
        job -> station.inspect(file, job),
        found -> library.opened(opened(found)),
        this::tell);
  }

  private void unpackAside(Path file) {
    Party party = actingFor.get();
    if (!mayUnpack(file)) {
      return;
    }
    background.runHeavy(
        words.text("unpacking", name(file)),
        job -> station.unpack(file, party, job),
        _ -> library.refresh(() -> station.shelves(party)),
        this::tell);
  }

  private boolean mayUnpack(Path file) {
    boolean may = maySign().getValue();
    if (!may) {
      say(words.text("keyless.package", name(file), actingFor.get().name()));
    }
    return may;
  }

  private LibraryRow opened(Inspection found) {
    return new LibraryRow(
        found.file().name(),
        Shelf.OPENED,
        Sign.UNKNOWN,
        words.text("opened"),
        found.file().fingerprint(),
        Optional.of(found.file().path()));
  }

  private void show(LibraryRow row) {
    dismissNotice();
    closeSheet();
    if (row.file().isEmpty()) {
      shown = row.fingerprint();
      opening.clear();
      inspector.clear();
      say(words.text("elsewhere", row.title()));
      tellStory();
      return;
    }
    Path file = row.file().get();
    opening.runHeavy(
        words.text("reading", row.title()),
        job -> station.inspect(file, job),
        found -> present(row.title(), found),
        this::tell);
  }

  private void present(String title, Inspection found) {
    shown = found.file().fingerprint();
    inspector.show(title, found);
    tellStory();
  }

  private void tellStory() {
    Fingerprint about = shown;
    if (about == null) {
      telling.clear();
      timeline.set(Optional.empty());
      return;
    }
    Party party = actingFor.get();
    telling.run(
        words.text("telling"),
        _ -> station.history(about, party),
        story -> timeline.set(Optional.of(story)),
        this::tell);
  }

  private void grown() {
    chaining.run(
        words.text("chaining"),
        _ -> station.chain(),
        now -> {
          chain.set(now);
          refresh();
        },
        this::tell);
  }

  private void tell(Failure why) {
    if (!why.cancelled()) {
      say(why.sentence());
    }
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
