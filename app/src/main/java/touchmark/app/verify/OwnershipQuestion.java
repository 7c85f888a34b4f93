package touchmark.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Statement.RecordOwnership;

/// Who claimed it and who owns it now, is that final, did the owner withdraw it, does anybody
/// dispute it, and is there a newer version?
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
    String who = who(file, registered);
    if (!registered.claim().isFinal()) {
      return check(
          State.CAUTION,
          "PROVISIONAL",
          who + ", but the claim is not final yet.",
          Evidence.of(registered.claim()));
    }
    Optional<Recorded> withdrawal = file.ledger().withdrawal(registered.fingerprint());
    if (withdrawal.isPresent()) {
      return check(
          State.CAUTION,
          "WITHDRAWN",
          who
              + ", and it was withdrawn by its owner on "
              + file.names().day(withdrawal.get().blockTime())
              + ". Ask for the version that replaces it.",
          Evidence.of(List.of(registered.claim(), withdrawal.get())));
    }
    List<Recorded> disputes = file.ledger().disputes(registered.fingerprint());
    if (!disputes.isEmpty()) {
      return disputed(file, registered, who, disputes);
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

  private static String who(Case file, Registered registered) {
    String claimed =
        registered.owner()
            + " claimed "
            + registered.title()
            + " on "
            + file.names().day(registered.claim().blockTime());
    ResourceId owner = owner(file, registered);
    return owner.equals(registered.statement().issuer())
        ? claimed
        : claimed + "; " + file.names().of(owner) + " owns it now";
  }

  private static ResourceId owner(Case file, Registered registered) {
    return file.ledger().owner(registered.fingerprint()).orElse(registered.statement().issuer());
  }

  private Check disputed(Case file, Registered registered, String who, List<Recorded> disputes) {
    List<String> by = new ArrayList<>();
    List<Recorded> evidence = new ArrayList<>();
    evidence.add(registered.claim());
    for (Recorded recorded : disputes) {
      evidence.add(recorded);
      if (recorded.transaction().statement() instanceof Statement.Dispute dispute) {
        by.add(
            file.names().of(dispute.issuer())
                + " (since "
                + file.names().day(recorded.blockTime())
                + ")");
      }
    }
    return check(
        State.CAUTION,
        "DISPUTED",
        who + ", and it is disputed by " + String.join(", ", by) + ".",
        Evidence.of(evidence));
  }

  /// The owner's newest later claim of the same id and data type that the party may read.
  private static Optional<Recorded> newerVersion(Case file, Registered registered)
      throws StoreException {
    Optional<FileLabels.Clear> labels = file.names().labels(registered.statement(), file.party());
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    Optional<Recorded> newest = Optional.empty();
    ResourceId owner = owner(file, registered);
    for (Recorded recorded : file.ledger().involving(owner)) {
      if (recorded.transaction().statement() instanceof RecordOwnership claim
          && claim.issuer().equals(owner)
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
