package touchmark.app.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import touchmark.app.contacts.DesignName;
import touchmark.app.contacts.Names;
import touchmark.app.inspect.Inspection;
import touchmark.app.verify.Sources;
import touchmark.ledger.Ledger;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Statement.RecordOwnership;

/// Proposes what a claim will say: id and version from the file's name and the owner's earlier
/// claims, sources from the slicer's comments.
final class Proposer {
  /// A settings or measurement file below this size may be one of few that anybody would write.
  private static final long GUESSABLE_BYTES = 4_096;

  private final Ledger ledger;
  private final Names names;

  Proposer(Ledger ledger, Names names) {
    this.ledger = ledger;
    this.names = names;
  }

  ClaimProposal propose(Inspection inspection, ResourceId owner) throws StoreException {
    Fingerprint fingerprint = inspection.file().fingerprint();
    DesignName name = DesignName.of(inspection.file().name());
    DataType type = inspection.file().format().dataType();
    ClaimRequest request =
        new ClaimRequest(
            inspection.file().path(),
            fingerprint,
            name.id(),
            List.of(version(name, type, owner)),
            List.of(),
            type,
            sources(inspection, owner),
            false,
            Optional.empty());
    Optional<Recorded> earlier = ledger.claimOf(fingerprint);
    Optional<String> ownedBy =
        earlier.flatMap(
            recorded ->
                recorded.transaction().statement() instanceof RecordOwnership claim
                    ? Optional.of(names.of(claim.issuer()))
                    : Optional.empty());
    return new ClaimProposal(request, inspection, earlier, ownedBy, warnings(inspection));
  }

  private String version(DesignName name, DataType type, ResourceId owner) throws StoreException {
    if (name.version().isPresent()) {
      return name.version().get();
    }
    List<String> earlier = new ArrayList<>();
    for (Recorded recorded : ledger.involving(owner)) {
      if (recorded.transaction().statement() instanceof RecordOwnership claim
          && claim.issuer().equals(owner)
          && claim.productData().file().dataType() == type) {
        names
            .labels(claim, owner)
            .filter(labels -> name.sameDesign(labels.id()))
            .map(FileLabels.Clear::versionIds)
            .ifPresent(earlier::addAll);
      }
    }
    return DesignName.nextVersion(earlier);
  }

  private List<Fingerprint> sources(Inspection inspection, ResourceId owner) throws StoreException {
    List<Fingerprint> held = new ArrayList<>();
    for (Fingerprint source : Sources.inComments(inspection)) {
      if (ledger.rights(source, owner).level().compareTo(Rights.Level.HOLDER) >= 0) {
        held.add(source);
      }
    }
    if (held.isEmpty()) {
      Optional<String> model = Sources.modelFile(inspection);
      if (model.isPresent()) {
        newestNamed(model.get(), owner).ifPresent(held::add);
      }
    }
    held.remove(inspection.file().fingerprint());
    return held;
  }

  private Optional<Fingerprint> newestNamed(String fileName, ResourceId owner)
      throws StoreException {
    for (Recorded recorded : ledger.involving(owner).reversed()) {
      Optional<Fingerprint> fingerprint =
          switch (recorded.transaction().statement()) {
            case Statement.OfAsset asset -> Optional.of(asset.fingerprint());
            case Statement.OfPart _, Statement.OfMembership _ -> Optional.empty();
          };
      if (fingerprint.isPresent()
          && names
              .fileName(fingerprint.get(), owner)
              .filter(Predicate.isEqual(fileName))
              .isPresent()) {
        return fingerprint;
      }
    }
    return Optional.empty();
  }

  private static List<String> warnings(Inspection inspection) {
    return switch (inspection.file().format().dataType()) {
      case CONFIGURATION, CONTROL_DATA ->
          inspection.file().size() < GUESSABLE_BYTES
              ? List.of(
                  "This is a small file of "
                      + inspection.file().size()
                      + " bytes. Whoever guesses its content can find its fingerprint on the"
                      + " ledger and learn that you have it.")
              : List.of();
      case GEOMETRY_3D, GEOMETRY_SLICED -> List.of();
    };
  }
}
