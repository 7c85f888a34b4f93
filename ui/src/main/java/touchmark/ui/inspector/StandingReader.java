package touchmark.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Ledger;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// Asks the ledger how a file stands. Waits for the disk: call it off the FX thread.
public final class StandingReader {
  private final Touchmark home;

  public StandingReader(Touchmark home) {
    this.home = home;
  }

  /// How a file stands for a party.
  public Standing of(Fingerprint fingerprint, Party party) throws StoreException {
    Ledger ledger = home.ledger();
    Optional<Recorded> claim = ledger.claimOf(fingerprint);
    if (claim.isEmpty()) {
      return new Standing(Rights.Level.NOT_REGISTERED, Optional.empty(), "", List.of());
    }
    List<Standing.Holder> holders = new ArrayList<>();
    for (ResourceId holder : ledger.holders(fingerprint)) {
      holders.add(new Standing.Holder(nameOf(holder), ledger.rights(fingerprint, holder).level()));
    }
    String owner = holders.isEmpty() ? "" : holders.getFirst().name();
    Recorded recorded = claim.get();
    return new Standing(
        ledger.rights(fingerprint, party.resource()).level(),
        Optional.of(
            new Standing.Claim(
                owner, recorded.blockTime(), recorded.position().height(), recorded.isFinal())),
        home.history().title(fingerprint, party),
        holders);
  }

  private String nameOf(ResourceId id) {
    return home.party(id).map(Party::name).orElse(id.value());
  }
}
