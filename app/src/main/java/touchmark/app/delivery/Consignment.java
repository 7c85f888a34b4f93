package touchmark.app.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.contacts.LabelBook;
import touchmark.app.vault.Incoming;
import touchmark.app.vault.Shape;
import touchmark.app.vault.VaultNote;
import touchmark.ledger.Ledger;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement.RecordOwnership;
import touchmark.ledger.model.Statement.SendProductData;

/// The opened content of a package, not yet believed. Close it: what was not kept is deleted.
public final class Consignment implements AutoCloseable {
  private final Path file;
  private final Manifest manifest;
  private final Fingerprint fingerprint;
  private final Incoming incoming;

  Consignment(Path file, Manifest manifest, Fingerprint fingerprint, Incoming incoming) {
    this.file = file;
    this.manifest = manifest;
    this.fingerprint = fingerprint;
    this.incoming = incoming;
  }

  public Manifest manifest() {
    return manifest;
  }

  /// Of the bytes that came.
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /// Where the content is until it is kept.
  public Path content() {
    return incoming.path();
  }

  /// Checks everything against the ledger: that it holds this very envelope (and so checked the
  /// signature of the sender that the envelope names), that the send is to the party and is of
  /// these bytes, that the certificates are the signers', and that the openings open the claim's
  /// labels.
  ///
  /// @throws PackageException when anything differs
  public void check(Ledger ledger, ResourceId party) throws StoreException, PackageException {
    Recorded send =
        ledger
            .transaction(manifest.send())
            .orElseThrow(
                () ->
                    notOnLedger(
                        "the ledger of this workstation does not hold the send that it belongs to;"
                            + " bring the chain up to date and open it again"));
    Optional<Envelope> recorded = ledger.envelope(manifest.send());
    if (recorded.isEmpty() || !recorded.get().equals(manifest.envelope())) {
      throw notOnLedger("its statement is not the one that the sender signed and recorded");
    }
    if (!(send.transaction().statement() instanceof SendProductData statement)) {
      throw notOnLedger("the transaction that it names is not a send");
    }
    if (!statement.to().equals(party)) {
      throw new PackageException(
          PackageException.Reason.NOT_FOR_YOU,
          file,
          "the send is recorded for " + statement.to() + ", not for " + party);
    }
    if (!statement.productData().equals(fingerprint)) {
      throw new PackageException(
          PackageException.Reason.ALTERED,
          file,
          "expected the bytes "
              + statement.productData().hex()
              + " that the sender recorded, found "
              + fingerprint.hex());
    }
    for (Bytes certificate : manifest.certificates()) {
      boolean ofSigner =
          send.transaction().signers().stream()
              .map(Signer::certificate)
              .anyMatch(Hashing.certificate(certificate)::equals);
      if (!ofSigner) {
        throw notOnLedger("a certificate in it is not one that signed the send");
      }
    }
    if (manifest.openings().isPresent() && labels(ledger).isEmpty()) {
      throw notOnLedger("its labels are not those that the owner committed to");
    }
  }

  /// Keeps the labels and the bytes. Call [#check] before.
  ///
  /// @return the vault's copy
  public Path keep(Ledger ledger, LabelBook book, Optional<Shape> shape)
      throws IOException, StoreException {
    incoming.prepare(fingerprint, new VaultNote(manifest.name(), shape));
    Optional<FileLabels.Sealed> labels = labels(ledger);
    if (labels.isPresent() && manifest.openings().isPresent()) {
      book.keep(labels.get(), manifest.openings().get());
    }
    return incoming.keep(fingerprint);
  }

  @Override
  public void close() throws IOException {
    incoming.close();
  }

  /// The claim's sealed labels that the openings open.
  private Optional<FileLabels.Sealed> labels(Ledger ledger) throws StoreException {
    Optional<Recorded> claim = ledger.claimOf(fingerprint);
    Optional<LabelOpenings> openings = manifest.openings();
    if (claim.isPresent()
        && openings.isPresent()
        && claim.get().transaction().statement() instanceof RecordOwnership ownership
        && ownership.productData().file().labels() instanceof FileLabels.Sealed sealed
        && Commitments.opens(sealed, openings.get())) {
      return Optional.of(sealed);
    }
    return Optional.empty();
  }

  private PackageException notOnLedger(String what) {
    return new PackageException(PackageException.Reason.NOT_ON_LEDGER, file, what);
  }
}
