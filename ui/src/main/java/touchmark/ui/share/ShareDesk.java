package touchmark.ui.share;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;

/// What the sheet asks of the rest: method references of the ledger and the use cases. All but
/// [Place] waits for the disk and is called off the FX thread.
public record ShareDesk(
    Directory directory, Holdings holdings, Shares shares, Deliveries deliveries, Place place) {
  /// The members; `Ledger::organizations`.
  @FunctionalInterface
  public interface Directory {
    List<Organization> members() throws StoreException;
  }

  /// Who holds a file, the owner first.
  @FunctionalInterface
  public interface Holdings {
    List<Holder> of(Fingerprint fingerprint) throws StoreException;
  }

  /// Records and delivers; `ShareDesign::share`.
  @FunctionalInterface
  public interface Shares {
    Outcome share(ShareRequest request, Party party, Progress progress)
        throws IOException, StoreException;
  }

  /// Writes the package of a recorded send again; `ShareDesign::deliver`.
  @FunctionalInterface
  public interface Deliveries {
    void deliver(TxId send, Path packageFile, Party party, Progress progress)
        throws IOException, StoreException;
  }

  /// Asks the user where packages are written.
  @FunctionalInterface
  public interface Place {
    /// @param names proposed file names
    /// @return one path for each, or empty when she thinks better of it
    Optional<List<Path>> choose(List<String> names);
  }

  /// Somebody who holds a file.
  ///
  /// @param name for people
  public record Holder(ResourceId party, String name, Rights.Level level) {}

  /// A file to share.
  ///
  /// @param title for people, for example `bracket-v3.3mf`
  public record Item(Fingerprint fingerprint, String title) {}
}
