package touchmark.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import touchmark.app.difference.Comparer;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspector;
import touchmark.app.usecase.BrowseLibrary;
import touchmark.app.usecase.ClaimDesign;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareDesign;
import touchmark.app.usecase.TellHistory;
import touchmark.app.usecase.VerifyPrint;
import touchmark.ledger.Ledger;
import touchmark.ledger.model.ResourceId;

/// The root: one opened home, everything built by hand, once. Both front doors (commands, window)
/// start here.
public final class Touchmark implements AutoCloseable {
  /// Whether a directory is a home.
  public static boolean existsIn(Path home) {
    throw new UnsupportedOperationException();
  }

  /// Makes a home: keys, a solo ledger, the organization and its first person with a delegation.
  public static Touchmark create(Path home, Founding founding, char[] password, Clock clock)
      throws HomeException {
    throw new UnsupportedOperationException();
  }

  /// Opens a home. A home that only holds an imported chain has no keys and needs no password.
  public static Touchmark open(Path home, char[] password, Clock clock) throws HomeException {
    throw new UnsupportedOperationException();
  }

  /// Adds a further organization with its first person to this home's network.
  public Party addOrganization(Founding founding) throws HomeException {
    throw new UnsupportedOperationException();
  }

  /// Whom this home can act for, the founder first.
  public List<Party> parties() {
    throw new UnsupportedOperationException();
  }

  /// A party by id, also one that the ledger knows but this home holds no key for.
  public Optional<Party> party(ResourceId id) {
    throw new UnsupportedOperationException();
  }

  public Path home() {
    throw new UnsupportedOperationException();
  }

  public Ledger ledger() {
    throw new UnsupportedOperationException();
  }

  public ProductFiles files() {
    throw new UnsupportedOperationException();
  }

  public Inspector inspector() {
    throw new UnsupportedOperationException();
  }

  public Comparer comparer() {
    throw new UnsupportedOperationException();
  }

  public ClaimDesign claim() {
    throw new UnsupportedOperationException();
  }

  public ShareDesign share() {
    throw new UnsupportedOperationException();
  }

  public VerifyPrint verify() {
    throw new UnsupportedOperationException();
  }

  public TellHistory history() {
    throw new UnsupportedOperationException();
  }

  public BrowseLibrary library() {
    throw new UnsupportedOperationException();
  }

  public OpenPackage openPackage() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
