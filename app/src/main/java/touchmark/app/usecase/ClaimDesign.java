package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.LabelBook;
import touchmark.app.contacts.Names;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.journal.Entry;
import touchmark.app.journal.Journal;
import touchmark.app.vault.Incoming;
import touchmark.app.vault.Vault;
import touchmark.app.vault.VaultNote;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.Statement.RecordOwnership;
import touchmark.ledger.rules.Verdict;

/// Claims a design [Section 3.3, 1]: fingerprint, sign, record, keep a copy in the vault.
public final class ClaimDesign {
  private final Ledger ledger;
  private final Signatory signatory;
  private final ProductFiles files;
  private final Inspector inspector;
  private final Vault vault;
  private final LabelBook labels;
  private final Journal journal;
  private final Proposer proposer;
  private final SecureRandom random;
  private final Clock clock;
  private final InspectedFacts.Memory memory = new InspectedFacts.Memory();

  public ClaimDesign(
      Ledger ledger,
      Signatory signatory,
      ProductFiles files,
      Inspector inspector,
      Vault vault,
      LabelBook labels,
      Names names,
      Journal journal,
      SecureRandom random,
      Clock clock) {
    this.ledger = ledger;
    this.signatory = signatory;
    this.files = files;
    this.inspector = inspector;
    this.vault = vault;
    this.labels = labels;
    this.journal = journal;
    this.proposer = new Proposer(ledger, names);
    this.random = random;
    this.clock = clock;
  }

  /// Reads and inspects a file and proposes what to say: id and version from its name and from
  /// earlier claims, source from the slicer's comments.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public ClaimProposal propose(Path file, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    return propose(inspector.inspect(files.open(file, progress), progress), party);
  }

  /// The same for a file that was inspected already.
  public ClaimProposal propose(Inspection inspection, Party party) throws StoreException {
    memory.remember(inspection);
    return proposer.propose(inspection, party.resource());
  }

  /// Records the claim. The file is read again while it is copied into the vault; if it changed
  /// since the proposal, nothing is recorded.
  ///
  /// @throws IllegalArgumentException when the request's labels are not well-formed
  /// @throws FormatException if the file changed since the proposal
  public Outcome claim(ClaimRequest request, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    FileLabels.Clear clear =
        new FileLabels.Clear(request.id(), request.versionIds(), request.descriptions());
    Optional<List<SignedBy>> signers = signatory.signFor(party);
    if (signers.isEmpty()) {
      return Signatory.nobodySigns(party);
    }
    try (Incoming incoming = vault.receive()) {
      incoming.copy(request.file(), progress);
      Fingerprint fingerprint = incoming.finish();
      if (!fingerprint.equals(request.fingerprint())) {
        throw new FormatException(
            request.file(),
            "its content",
            "the bytes " + Names.brief(request.fingerprint()) + " that were looked at",
            "the bytes " + Names.brief(fingerprint) + "; the file changed, nothing was recorded");
      }
      InspectedFacts facts = facts(incoming, fingerprint, progress);
      incoming.prepare(fingerprint, new VaultNote(nameOf(request.file()), facts.shape()));
      return request.isPublic()
          ? record(request, clear, facts, party, signers.get(), incoming)
          : recordSealed(request, clear, facts, party, signers.get(), incoming);
    }
  }

  /// The openings go to the disk first: without them nobody could ever read the labels of a
  /// recorded claim. A refusal takes them away again; after a failure of the ledger they stay,
  /// since the claim may stand.
  private Outcome recordSealed(
      ClaimRequest request,
      FileLabels.Clear clear,
      InspectedFacts facts,
      Party party,
      List<SignedBy> signers,
      Incoming incoming)
      throws IOException, StoreException {
    Commitments.SealedLabels sealed = Commitments.seal(clear, random);
    labels.keep(sealed.sealed(), sealed.openings());
    Outcome outcome = record(request, sealed.sealed(), facts, party, signers, incoming);
    if (outcome instanceof Outcome.Refused) {
      labels.erase(sealed.sealed());
    }
    return outcome;
  }

  private Outcome record(
      ClaimRequest request,
      FileLabels text,
      InspectedFacts facts,
      Party party,
      List<SignedBy> signers,
      Incoming incoming)
      throws IOException, StoreException {
    DigitalAsset asset =
        new DigitalAsset(
            request.fingerprint(),
            HashAlgorithm.SHA_256,
            request.isPublic(),
            request.doi(),
            Optional.empty(),
            new ProductFile(text, request.dataType(), request.derivedFrom()));
    Outcome outcome =
        ledger.submit(new RecordOwnership(party.resource(), asset, facts.stated()), signers);
    switch (outcome) {
      case Outcome.Done ignored -> incoming.keep(request.fingerprint());
      case Outcome.Refused(Verdict.Refused verdict) ->
          journal.note(
              new Entry(
                  clock.instant(),
                  Entry.Kind.CLAIM_REFUSED,
                  party.resource(),
                  request.fingerprint(),
                  Optional.empty(),
                  verdict.code().name(),
                  verdict.reason()));
    }
    return outcome;
  }

  private InspectedFacts facts(Incoming incoming, Fingerprint fingerprint, Progress progress)
      throws FormatException, IOException {
    Optional<InspectedFacts> known = memory.recall(fingerprint);
    return known.isPresent()
        ? known.get()
        : InspectedFacts.of(inspector.inspect(files.open(incoming.path(), progress), progress));
  }

  private static String nameOf(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
