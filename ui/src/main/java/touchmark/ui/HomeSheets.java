package touchmark.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import touchmark.app.Touchmark;
import touchmark.app.format.FormatException;
import touchmark.app.inspect.Inspection;
import touchmark.app.journal.Entry;
import touchmark.app.release.ReleaseToFolder;
import touchmark.app.usecase.LibraryEntry;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.claim.ClaimDesk;
import touchmark.ui.claim.ClaimModel;
import touchmark.ui.claim.ClaimSheet;
import touchmark.ui.preview.PreviewPane;
import touchmark.ui.share.ShareDesk;
import touchmark.ui.share.ShareModel;
import touchmark.ui.share.ShareSheet;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.Desk;
import touchmark.ui.verify.VerifyActions;
import touchmark.ui.verify.VerifyDialog;
import touchmark.ui.verify.VerifyModel;
import touchmark.ui.verify.VerifyQueue;
import touchmark.ui.workbench.Act;
import touchmark.ui.workbench.Sheet;
import touchmark.ui.workbench.Sheets;
import touchmark.ui.workbench.WorkbenchModel;

/// Opens the flows on the use cases of one home.
final class HomeSheets implements Sheets {
  private final Touchmark home;
  private final WorkbenchModel model;
  private final Background background;
  private final Background drawing;
  private final ObservableValue<Boolean> dark;
  private final Clock clock;
  private final Places places;
  private final Messages words = Messages.of("window");

  /// @param drawing for pictures only
  /// @param places asks people where to write
  HomeSheets(
      Touchmark home,
      WorkbenchModel model,
      Background background,
      Background drawing,
      ObservableValue<Boolean> dark,
      Clock clock,
      Places places) {
    this.home = home;
    this.model = model;
    this.background = background;
    this.drawing = drawing;
    this.dark = dark;
    this.clock = clock;
    this.places = places;
  }

  @Override
  public Open claim(List<Path> files, Party party, Runnable close) {
    ClaimModel claim =
        new ClaimModel(
            background,
            new ClaimDesk(home.claim()::propose, home.claim()::claim, this::heldBy),
            party,
            isSolo(),
            clock.getZone(),
            files);
    claim.read();
    return new Open(new ClaimSheet(claim, close), claim::leave);
  }

  @Override
  public Open share(List<Sheet.Asset> assets, Party party, Runnable close) {
    ShareModel share =
        new ShareModel(
            background,
            new ShareDesk(
                home.ledger()::organizations,
                this::holders,
                home.share()::share,
                home.share()::deliver,
                places::packages),
            party,
            assets.stream()
                .map(asset -> new ShareDesk.Item(asset.fingerprint(), asset.title()))
                .toList());
    share.load();
    // what is being recorded goes on to its end
    return new Open(new ShareSheet(share, close), () -> {});
  }

  @Override
  public Open verify(List<Path> files, Party party, Runnable close) {
    VerifyModel verify =
        new VerifyModel(
            background,
            new Desk(
                home.verify()::verify,
                this::counterpart,
                new ReleaseToFolder(this::noteRelease)::release,
                home.ledger()::transaction,
                this::nameOf));
    VerifyQueue queue = new VerifyQueue(background, home.verify()::verify, verify);
    PreviewPane picture = new PreviewPane(drawing, dark);
    VerifyDialog dialog =
        new VerifyDialog(
            verify,
            files.size() > 1 ? Optional.of(queue) : Optional.empty(),
            new VerifyActions(
                close,
                verification -> keepAway(verification, verify),
                verification -> model.act(Act.CLAIM, List.of(verification.file())),
                places::folder),
            verification -> drawn(picture, verification),
            clock.getZone());
    if (files.size() > 1) {
      queue.verify(files, party);
    } else {
      verify.verify(files.getFirst(), party);
    }
    return new Open(
        dialog,
        () -> {
          queue.cancel();
          verify.cancel();
          picture.close();
        });
  }

  private void keepAway(Verification verification, VerifyModel shown) {
    background.runToItsEnd(
        words.text("quarantining", verification.fileName()),
        job -> home.quarantine().keep(verification, job),
        kept -> shown.say(words.text("quarantined", kept)),
        why -> shown.say(why.sentence()));
  }

  private static Node drawn(PreviewPane picture, Verification verification) {
    picture.show(verification.inspection());
    verification.checks().stream()
        .flatMap(check -> check.findings().stream())
        .filter(finding -> finding.place().isPresent())
        .max((one, other) -> one.severity().compareTo(other.severity()))
        .ifPresent(picture::highlight);
    return picture;
  }

  private boolean isSolo() {
    return model.chainProperty().get().network().mode() == NetworkMode.SOLO;
  }

  private List<ClaimDesk.Source> heldBy(Party party) throws StoreException {
    return home.library().entries(party).stream()
        .filter(entry -> entry.shelf() != LibraryEntry.Shelf.SENT)
        .map(entry -> new ClaimDesk.Source(entry.fingerprint(), entry.title()))
        .distinct()
        .toList();
  }

  private List<ShareDesk.Holder> holders(Fingerprint fingerprint) throws StoreException {
    List<ShareDesk.Holder> holders = new ArrayList<>();
    for (ResourceId id : home.ledger().holders(fingerprint)) {
      holders.add(
          new ShareDesk.Holder(id, nameOf(id), home.ledger().rights(fingerprint, id).level()));
    }
    return holders;
  }

  private String nameOf(ResourceId id) {
    return home.party(id).map(Party::name).orElse(id.value());
  }

  private Optional<Inspection> counterpart(Verification verification, Progress progress)
      throws FormatException, IOException {
    Optional<Path> copy = verification.registered().flatMap(home.vault()::find);
    if (copy.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(home.inspector().inspect(home.files().open(copy.get(), progress), progress));
  }

  private void noteRelease(
      Verification verification, ResourceId party, Path target, Optional<String> reason)
      throws IOException {
    home.journal()
        .note(
            new Entry(
                clock.instant(),
                Entry.Kind.RELEASED,
                party,
                verification.fingerprint(),
                Optional.empty(),
                verification.verdict().name(),
                reason
                    .map(why -> words.text("released.because", target, why))
                    .orElseGet(() -> words.text("released", target))));
  }
}
