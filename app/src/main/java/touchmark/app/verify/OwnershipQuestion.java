package touchmark.app.verify;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Statement.RecordOwnership;

/// Who claimed it, is that final, and is there a newer version?
record OwnershipQuestion() implements Question {
  @Override
  public Axis axis() {
    return Axis.OWNERSHIP;
  }

  @Override
  public Check answer(Case file) throws StoreException {
    if (file.registered().isEmpty()) {
      return check(State.UNKNOWN, "NOT_REGISTERED", "Nobody claimed these bytes.", Evidence.NONE);
    }
    Registered registered = file.registered().get();
    String who =
        registered.owner()
            + " claimed "
            + registered.title()
            + " on "
            + file.names().day(registered.claim().blockTime());
    if (!registered.claim().isFinal()) {
      return check(
          State.CAUTION,
          "PROVISIONAL",
          who + ", but the claim is not final yet.",
          Evidence.of(registered.claim()));
    }
    Optional<Recorded> newer = newerVersion(file, registered);
    if (newer.isPresent()
        && newer.get().transaction().statement() instanceof RecordOwnership successor) {
      return check(
          State.CAUTION,
          "SUPERSEDED",
          who + ". A newer one is registered: " + file.names().title(successor, file.party()) + ".",
          Evidence.of(List.of(registered.claim(), newer.get())));
    }
    return check(State.PASS, "CLAIMED", who + ". Final.", Evidence.of(registered.claim()));
  }

  /// The owner's newest later claim of the same id and data type that the party may read.
  private static Optional<Recorded> newerVersion(Case file, Registered registered)
      throws StoreException {
    Optional<FileLabels.Clear> labels = file.names().labels(registered.statement(), file.party());
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    Optional<Recorded> newest = Optional.empty();
    for (Recorded recorded : file.ledger().involving(registered.statement().issuer())) {
      if (recorded.transaction().statement() instanceof RecordOwnership claim
          && claim.issuer().equals(registered.statement().issuer())
          && recorded.position().compareTo(registered.claim().position()) > 0
          && claim.productData().file().dataType()
              == registered.statement().productData().file().dataType()
          && sameIdOtherVersion(file, claim, labels.get())) {
        newest = Optional.of(recorded);
      }
    }
    return newest;
  }

  private static boolean sameIdOtherVersion(
      Case file, RecordOwnership claim, FileLabels.Clear labels) throws StoreException {
    return file.names()
        .labels(claim, file.party())
        .filter(other -> other.id().equals(labels.id()))
        .filter(other -> !other.versionIds().equals(labels.versionIds()))
        .isPresent();
  }
}
