package touchmark.ui.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import touchmark.app.Touchmark;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.inspect.Inspection;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.LibraryEntry;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.ledger.Head;
import touchmark.ledger.StoreException;
import touchmark.ledger.Subscription;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.inspector.Standing;
import touchmark.ui.inspector.StandingReader;
import touchmark.ui.support.Job;

/// The opened home, as the workbench asks it.
public final class HomeStation implements Station {
  private final Touchmark home;
  private final StandingReader standings;

  public HomeStation(Touchmark home) {
    this.home = home;
    this.standings = new StandingReader(home);
  }

  @Override
  public List<Party> parties() {
    List<Party> own = home.parties();
    return own.isEmpty()
        ? home.ledger().organizations().stream()
            .flatMap(member -> home.party(member.orgOrPersId()).stream())
            .toList()
        : own;
  }

  @Override
  public Chain chain() {
    return new Chain(home.ledger().head(), home.ledger().network());
  }

  @Override
  public Subscription watch(Consumer<Head> listener) {
    return home.ledger().watch(listener);
  }

  @Override
  public List<LibraryEntry> shelves(Party party) throws StoreException {
    return home.library().entries(party);
  }

  @Override
  public OpenedFile open(Path file, Job job) throws FormatException, IOException {
    return home.files().open(file, job);
  }

  @Override
  public Inspection inspect(Path file, Job job) throws FormatException, IOException {
    return home.signatures().with(home.inspector().inspect(open(file, job), job), job);
  }

  @Override
  public OpenPackage.Opened unpack(Path packageFile, Party party, Job job)
      throws FormatException, IOException, StoreException {
    return home.openPackage().open(packageFile, party, job);
  }

  @Override
  public Fingerprint fingerprint(Path file, Job job) throws IOException {
    return home.files().fingerprint(file, job);
  }

  @Override
  public Standing standing(Fingerprint fingerprint, Party party) throws StoreException {
    return standings.of(fingerprint, party);
  }

  @Override
  public Timeline history(Fingerprint fingerprint, Party party) throws StoreException {
    return home.history().of(fingerprint, party);
  }
}
