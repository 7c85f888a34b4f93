package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import touchmark.app.contacts.LabelBook;
import touchmark.app.contacts.Names;
import touchmark.app.delivery.Manifest;
import touchmark.app.delivery.PackageWriter;
import touchmark.app.disk.WholeFile;
import touchmark.app.journal.Entry;
import touchmark.app.journal.Journal;
import touchmark.app.vault.Vault;
import touchmark.app.vault.VaultNote;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Statement.RecordOwnership;
import touchmark.ledger.model.Statement.SendProductData;
import touchmark.ledger.model.TxId;
import touchmark.ledger.rules.Verdict;

/// Shares a design [Section 3.3, 2; Fig. 11]: record first, then deliver.
public final class ShareDesign {
  private final Ledger ledger;
  private final Signatory signatory;
  private final Vault vault;
  private final LabelBook labels;
  private final Names names;
  private final Journal journal;
  private final PackageWriter packages;
  private final Clock clock;

  public ShareDesign(
      Ledger ledger,
      Signatory signatory,
      Vault vault,
      LabelBook labels,
      Names names,
      Journal journal,
      PackageWriter packages,
      Clock clock) {
    this.ledger = ledger;
    this.signatory = signatory;
    this.vault = vault;
    this.labels = labels;
    this.names = names;
    this.journal = journal;
    this.packages = packages;
    this.clock = clock;
  }

  /// Records the send and then writes the package. A package that cannot be made for want of the
  /// bytes, of the recipient's certificate or of a place to write it is refused before anything is
  /// recorded; so is one in place of a file that is there.
  ///
  /// @throws DeliveryException if the send is recorded and the package was not written, whatever
  ///   the reason, a cancellation included; see [#deliver]
  public Outcome share(ShareRequest request, Party party, Progress progress)
      throws IOException, StoreException {
    Optional<List<SignedBy>> signers = signatory.signFor(party);
    if (signers.isEmpty()) {
      return Signatory.nobodySigns(party);
    }
    if (request.packageFile().isPresent()) {
      checkDeliverable(request, request.packageFile().get(), party);
    }
    Outcome outcome =
        ledger.submit(
            new SendProductData(
                party.resource(), request.to(), request.fingerprint(), request.forward()),
            signers.get());
    switch (outcome) {
      case Outcome.Done(Recorded recorded) -> {
        if (request.packageFile().isPresent()) {
          deliverRecorded(recorded, request.packageFile().get(), party, progress);
        }
      }
      case Outcome.Refused(Verdict.Refused verdict) ->
          journal.note(
              new Entry(
                  clock.instant(),
                  Entry.Kind.SEND_REFUSED,
                  party.resource(),
                  request.fingerprint(),
                  Optional.empty(),
                  verdict.code().name(),
                  "to " + names.of(request.to()) + ", and was refused: " + verdict.reason()));
    }
    return outcome;
  }

  /// Writes the package of a send that the party recorded before.
  ///
  /// @throws IOException if the send is not the party's, or its bytes are not here
  public void deliver(TxId send, Path packageFile, Party party, Progress progress)
      throws IOException, StoreException {
    Recorded recorded =
        ledger
            .transaction(send)
            .orElseThrow(() -> new IOException("The ledger holds no transaction " + send + "."));
    if (!(recorded.transaction().statement() instanceof SendProductData statement)
        || !statement.from().equals(party.resource())) {
      throw new IOException("The transaction " + send + " is not a send by " + party.name() + ".");
    }
    write(recorded, statement, packageFile, party, progress);
  }

  private void deliverRecorded(Recorded recorded, Path target, Party party, Progress progress)
      throws DeliveryException {
    try {
      deliver(recorded.transaction().txId(), target, party, progress);
    } catch (CancellationException e) {
      throw new DeliveryException(
          "The send stands on the ledger; writing its package was cancelled. Write the package of"
              + " transaction "
              + recorded.transaction().txId()
              + " again.",
          recorded,
          e);
    } catch (IOException | StoreException | RuntimeException e) {
      throw new DeliveryException(
          "The send stands on the ledger, but its package could not be written: "
              + unended(Optional.ofNullable(e.getMessage()).orElseGet(e::toString))
              + ". Make room or choose another place, and write the package of transaction "
              + recorded.transaction().txId()
              + " again.",
          recorded,
          e);
    }
  }

  private static String unended(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private void write(
      Recorded recorded, SendProductData send, Path target, Party party, Progress progress)
      throws IOException, StoreException {
    Path content = content(send.productData());
    Envelope envelope =
        ledger
            .envelope(recorded.transaction().txId())
            .orElseThrow(() -> new IllegalStateException("a recorded transaction has its bytes"));
    String name =
        vault.note(send.productData()).map(VaultNote::name).orElse(send.productData().hex());
    Manifest manifest =
        new Manifest(
            recorded.transaction().txId(),
            envelope,
            signatory.certificates(party),
            name,
            Files.size(content),
            openings(send.productData()));
    packages.write(target, send.to(), recipientCertificate(send), manifest, content, progress);
  }

  private void checkDeliverable(ShareRequest request, Path target, Party party) throws IOException {
    WholeFile.tryPlace(target);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    content(request.fingerprint());
    recipientCertificate(
        new SendProductData(
            party.resource(), request.to(), request.fingerprint(), request.forward()));
  }

  private Path content(Fingerprint fingerprint) throws IOException {
    return vault
        .find(fingerprint)
        .orElseThrow(
            () ->
                new IOException(
                    "The bytes "
                        + Names.brief(fingerprint)
                        + " are not in the vault of this workstation, so no package can be made."));
  }

  private Bytes recipientCertificate(SendProductData send) throws IOException {
    return ledger
        .encryptionCertificate(send.to())
        .or(() -> ledger.employer(send.to()).flatMap(ledger::encryptionCertificate))
        .orElseThrow(
            () ->
                new IOException(
                    "'"
                        + send.to()
                        + "' has no encryption certificate on the ledger, so no package can be"
                        + " made for it."));
  }

  private Optional<LabelOpenings> openings(Fingerprint fingerprint) throws StoreException {
    Optional<Recorded> claim = ledger.claimOf(fingerprint);
    return claim.isPresent()
            && claim.get().transaction().statement() instanceof RecordOwnership ownership
            && ownership.productData().file().labels() instanceof FileLabels.Sealed sealed
        ? labels.openings(sealed)
        : Optional.empty();
  }
}
