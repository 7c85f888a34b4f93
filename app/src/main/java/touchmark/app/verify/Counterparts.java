package touchmark.app.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.app.contacts.DesignName;
import touchmark.app.contacts.Names;
import touchmark.app.inspect.Inspection;
import touchmark.app.vault.Shape;
import touchmark.ledger.Ledger;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Statement.RecordOwnership;
import touchmark.ledger.model.Statement.SendProductData;

/// Finds the registered file that unregistered bytes pass themselves off as, among the files of the
/// same data type that the party owns or received: by the id or name that they bear, the same
/// version first, the newest first. Only notes are read, no file.
final class Counterparts {
  private final Ledger ledger;
  private final Names names;

  Counterparts(Ledger ledger, Names names) {
    this.ledger = ledger;
    this.names = names;
  }

  /// What was found.
  ///
  /// @param named bears the file's name or id
  /// @param lookalike has its shape, under another name
  record Found(Optional<Registered> named, Optional<Registered> lookalike) {}

  /// How strongly a registered file is meant by a name.
  private enum Match {
    NONE,
    /// The name is the registered one with something added, and the outer size agrees.
    EXTENDED,
    NAME,
    NAME_AND_VERSION
  }

  Found find(Inspection inspection, ResourceId party) throws StoreException {
    DesignName name = DesignName.of(inspection.file().name());
    Optional<Shape> shape = Shape.of(inspection);
    Match best = Match.NONE;
    Optional<Registered> named = Optional.empty();
    Optional<Registered> lookalike = Optional.empty();
    for (Fingerprint fingerprint : visible(party)) {
      Optional<Registered> candidate = registered(fingerprint, party);
      if (candidate.isEmpty()
          || candidate.get().statement().productData().file().dataType()
              != inspection.file().format().dataType()) {
        continue;
      }
      boolean sameSize = both(shape, candidate.get().shape(), Shape::sameSize);
      Match match = match(name, candidate.get(), party, sameSize);
      if (match.compareTo(best) > 0) {
        best = match;
        named = candidate;
      }
      if (lookalike.isEmpty() && both(shape, candidate.get().shape(), Shape::sameAs)) {
        lookalike = candidate;
      }
    }
    return new Found(named, lookalike);
  }

  /// The registration of a fingerprint as the party may read it.
  Optional<Registered> registered(Fingerprint fingerprint, ResourceId party) throws StoreException {
    Optional<Recorded> recorded = ledger.claimOf(fingerprint);
    if (recorded.isPresent()
        && recorded.get().transaction().statement() instanceof RecordOwnership claim) {
      return Optional.of(
          new Registered(
              recorded.get(),
              claim,
              names.of(claim.issuer()),
              names.title(claim, party),
              names.shape(fingerprint),
              Optional.empty()));
    }
    return Optional.empty();
  }

  /// What the party owns or received, newest first.
  private Set<Fingerprint> visible(ResourceId party) throws StoreException {
    Set<Fingerprint> fingerprints = new LinkedHashSet<>();
    List<Recorded> recorded = ledger.involving(party);
    for (Recorded each : recorded.reversed()) {
      switch (each.transaction().statement()) {
        case RecordOwnership claim -> fingerprints.add(claim.fingerprint());
        case SendProductData send -> {
          if (send.to().equals(party)) {
            fingerprints.add(send.productData());
          }
        }
        case Statement.TransferOwnership transfer -> {
          if (transfer.to().equals(party)) {
            fingerprints.add(transfer.productData());
          }
        }
        case Statement.WithdrawVersion _, Statement.Dispute _ -> {}
        case Statement.OfPart _, Statement.OfMembership _ -> {}
      }
    }
    return fingerprints;
  }

  private Match match(DesignName name, Registered candidate, ResourceId party, boolean sameSize)
      throws StoreException {
    Match best = Match.NONE;
    Optional<FileLabels.Clear> labels = names.labels(candidate.statement(), party);
    if (labels.isPresent()) {
      boolean sameVersion = name.version().filter(labels.get().versionIds()::contains).isPresent();
      best = match(name, labels.get().id(), sameVersion, sameSize);
    }
    Optional<DesignName> other = names.fileName(candidate.fingerprint(), party).map(DesignName::of);
    if (other.isPresent()) {
      boolean sameVersion =
          name.version().isPresent() && name.version().equals(other.get().version());
      Match byFile = match(name, other.get().id(), sameVersion, sameSize);
      best = byFile.compareTo(best) > 0 ? byFile : best;
    }
    return best;
  }

  private static Match match(
      DesignName name, String registeredId, boolean sameVersion, boolean sameSize) {
    if (name.sameDesign(registeredId)) {
      return sameVersion ? Match.NAME_AND_VERSION : Match.NAME;
    }
    return sameSize && name.extendsName(registeredId) ? Match.EXTENDED : Match.NONE;
  }

  private static boolean both(
      Optional<Shape> a, Optional<Shape> b, java.util.function.BiPredicate<Shape, Shape> test) {
    return a.isPresent() && b.isPresent() && test.test(a.get(), b.get());
  }
}
