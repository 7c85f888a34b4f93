package touchmark.app.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.contacts.Names;
import touchmark.app.vault.Vault;
import touchmark.ledger.Ledger;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Statement.RecordOwnership;
import touchmark.ledger.model.Statement.SendProductData;

/// Lists what a party owns, received and sent, newest first.
public final class BrowseLibrary {
  private final Ledger ledger;
  private final Names names;
  private final Vault vault;

  public BrowseLibrary(Ledger ledger, Names names, Vault vault) {
    this.ledger = ledger;
    this.names = names;
    this.vault = vault;
  }

  /// Where a file stands; one that was received twice stands there once.
  private record Row(LibraryEntry.Shelf shelf, Fingerprint fingerprint) {}

  /// All entries. A file that was received and sent on stands on both shelves.
  public List<LibraryEntry> entries(Party party) throws StoreException {
    Map<Row, LibraryEntry> rows = new LinkedHashMap<>();
    for (Recorded recorded : ledger.involving(party.resource())) {
      switch (recorded.transaction().statement()) {
        case RecordOwnership claim -> {
          if (owns(party, claim.fingerprint())) {
            put(rows, LibraryEntry.Shelf.MINE, claim.productData().fingerprint(), recorded, party);
          }
        }
        case SendProductData send -> {
          if (send.to().equals(party.resource())) {
            put(rows, LibraryEntry.Shelf.RECEIVED, send.productData(), recorded, party);
          }
          if (send.from().equals(party.resource())) {
            put(rows, LibraryEntry.Shelf.SENT, send.productData(), recorded, party);
          }
        }
        case Statement.TransferOwnership transfer -> {
          boolean mine = owns(party, transfer.productData());
          put(
              rows,
              mine ? LibraryEntry.Shelf.MINE : LibraryEntry.Shelf.SENT,
              transfer.productData(),
              recorded,
              party);
        }
        case Statement.WithdrawVersion _, Statement.Dispute _ -> {}
        case Statement.OfPart _, Statement.OfMembership _ -> {}
      }
    }
    List<LibraryEntry> entries = new ArrayList<>(rows.values());
    entries.sort(Comparator.comparing(LibraryEntry::since).reversed());
    return entries;
  }

  private boolean owns(Party party, Fingerprint fingerprint) {
    return ledger.owner(fingerprint).filter(party.resource()::equals).isPresent();
  }

  private void put(
      Map<Row, LibraryEntry> rows,
      LibraryEntry.Shelf shelf,
      Fingerprint fingerprint,
      Recorded recorded,
      Party party)
      throws StoreException {
    Optional<Recorded> claim = ledger.claimOf(fingerprint);
    if (claim.isPresent()
        && claim.get().transaction().statement() instanceof RecordOwnership ownership) {
      rows.put(
          new Row(shelf, fingerprint),
          new LibraryEntry(
              fingerprint,
              names.title(ownership, party.resource()),
              shelf,
              state(shelf, fingerprint, recorded, party),
              recorded.isFinal(),
              ownership.productData().file().dataType(),
              recorded.blockTime(),
              vault.find(fingerprint)));
    }
  }

  private String state(
      LibraryEntry.Shelf shelf, Fingerprint fingerprint, Recorded recorded, Party party)
      throws StoreException {
    String certainty = recorded.isFinal() ? "" : ", provisional";
    return switch (shelf) {
      case MINE ->
          (ledger.withdrawal(fingerprint).isPresent() ? "Yours, withdrawn" : "Yours")
              + (recorded.isFinal() ? ", final" : ", provisional");
      case RECEIVED ->
          "Received from "
              + other(recorded, party)
              + switch (ledger.rights(fingerprint, party.resource()).level()) {
                case OWNER, MAY_FORWARD -> ", may forward";
                case HOLDER, NONE, NOT_REGISTERED -> "";
              }
              + certainty;
      case SENT ->
          (recorded.transaction().statement() instanceof Statement.TransferOwnership
                  ? "Handed over to "
                  : "Sent to ")
              + other(recorded, party)
              + certainty;
    };
  }

  private String other(Recorded recorded, Party party) {
    return recorded.transaction().statement() instanceof Statement.OfAsset asset
        ? asset.parties().stream()
            .filter(other -> !other.equals(party.resource()))
            .findFirst()
            .map(names::of)
            .orElse(party.name())
        : party.name();
  }
}
