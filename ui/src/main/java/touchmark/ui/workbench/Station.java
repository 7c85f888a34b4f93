package touchmark.ui.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.inspect.Inspection;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.LibraryEntry;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.ledger.Head;
import touchmark.ledger.NetworkInfo;
import touchmark.ledger.StoreException;
import touchmark.ledger.Subscription;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.inspector.Standing;
import touchmark.ui.support.Job;

/// What the workbench asks of the opened home. Everything here may wait for the disk: it is called
/// off the FX thread only.
public interface Station {
  /// Where the chain stands, and in which network.
  record Chain(Head head, NetworkInfo network) {}

  /// Whom this home can act for, the founder first; in a home without keys, all members of the
  /// network, to look as one of them.
  List<Party> parties();

  Chain chain();

  /// Is told of each new head on the ledger's own thread.
  Subscription watch(Consumer<Head> listener);

  List<LibraryEntry> shelves(Party party) throws StoreException;

  /// Reads a file.
  OpenedFile open(Path file, Job job) throws FormatException, IOException;

  /// Reads a file, inspects it and checks its signatures.
  Inspection inspect(Path file, Job job) throws FormatException, IOException;

  /// Opens a package that was addressed to a party, and keeps what it held in the vault.
  ///
  /// @throws touchmark.app.delivery.PackageException when it is damaged, altered, for somebody
  ///   else, or not as the ledger says
  OpenPackage.Opened unpack(Path packageFile, Party party, Job job)
      throws FormatException, IOException, StoreException;

  Fingerprint fingerprint(Path file, Job job) throws IOException;

  Standing standing(Fingerprint fingerprint, Party party) throws StoreException;

  Timeline history(Fingerprint fingerprint, Party party) throws StoreException;
}
