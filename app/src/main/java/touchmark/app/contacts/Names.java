package touchmark.app.contacts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.vault.Shape;
import touchmark.app.vault.Vault;
import touchmark.app.vault.VaultNote;
import touchmark.ledger.Ledger;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement.RecordOwnership;

/// What people call things: `Acme GmbH`, `bracket v3`, `12 March 2026`. Several parties may share
/// one home, so a sealed label is read only on behalf of a party that the ledger names as owner or
/// recipient of the file.
public final class Names {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Ledger ledger;
  private final LabelBook labels;
  private final Vault vault;
  private final ZoneId zone;

  public Names(Ledger ledger, LabelBook labels, Vault vault, ZoneId zone) {
    this.ledger = ledger;
    this.labels = labels;
    this.vault = vault;
    this.zone = zone;
  }

  /// The organization's name; else the id, which for a person is a pseudonym.
  public String of(ResourceId party) {
    return ledger.organization(party).map(Organization::displayName).orElse(party.value());
  }

  /// The day, in the station's time zone.
  public String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }

  /// The labels of a claimed file, when the viewer may read them and this station can open them.
  public Optional<FileLabels.Clear> labels(RecordOwnership claim, ResourceId viewer)
      throws StoreException {
    boolean mayRead =
        claim.productData().isPublic() || holds(claim.productData().fingerprint(), viewer);
    return mayRead ? labels.text(claim.productData().file().labels()) : Optional.empty();
  }

  /// The name of the vault's copy, when the viewer holds the file by right.
  public Optional<String> fileName(Fingerprint fingerprint, ResourceId viewer)
      throws StoreException {
    return holds(fingerprint, viewer)
        ? vault.note(fingerprint).map(VaultNote::name)
        : Optional.empty();
  }

  /// The shape that the vault remembers of a model.
  public Optional<Shape> shape(Fingerprint fingerprint) {
    return vault.note(fingerprint).flatMap(VaultNote::shape);
  }

  /// `bracket v3`, or the file's name, or a short fingerprint.
  public String title(RecordOwnership claim, ResourceId viewer) throws StoreException {
    Optional<FileLabels.Clear> text = labels(claim, viewer);
    if (text.isPresent()) {
      return title(text.get());
    }
    Fingerprint fingerprint = claim.productData().fingerprint();
    return fileName(fingerprint, viewer).orElse(brief(fingerprint));
  }

  /// The title of whatever is registered under a fingerprint; a short fingerprint when nothing is.
  public String title(Fingerprint fingerprint, ResourceId viewer) throws StoreException {
    Optional<Recorded> claim = ledger.claimOf(fingerprint);
    return claim.isPresent()
            && claim.get().transaction().statement() instanceof RecordOwnership ownership
        ? title(ownership, viewer)
        : brief(fingerprint);
  }

  /// `bracket v3`: the id and the newest version.
  public static String title(FileLabels.Clear labels) {
    return labels.id() + " " + labels.versionIds().getLast();
  }

  /// `3fa9 61c0 ... 8e27`.
  public static String brief(Fingerprint fingerprint) {
    String hex = fingerprint.hex();
    return hex.substring(0, 4) + " " + hex.substring(4, 8) + " ... " + hex.substring(60);
  }

  private boolean holds(Fingerprint fingerprint, ResourceId viewer) throws StoreException {
    return ledger.rights(fingerprint, viewer).level().compareTo(Rights.Level.HOLDER) >= 0;
  }
}
