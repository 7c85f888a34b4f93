package touchmark.app.usecase;

import java.util.List;
import touchmark.ledger.StoreException;

/// Lists what a party owns, received and sent, newest first.
public final class BrowseLibrary {
  public List<LibraryEntry> entries(Party party) throws StoreException {
    throw new UnsupportedOperationException();
  }
}
