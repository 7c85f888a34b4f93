package touchmark.app.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.app.contacts.Names;
import touchmark.app.difference.Comparer;
import touchmark.app.difference.Difference;
import touchmark.app.difference.OutlineComparison;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.vault.Vault;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// Asks the seven questions about an inspected file, and adds the answers up.
public final class Verifier {
  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

  private final Ledger ledger;
  private final Names names;
  private final Vault vault;
  private final ProductFiles files;
  private final Inspector inspector;
  private final Comparer comparer;
  private final Clock clock;

  public Verifier(
      Ledger ledger,
      Names names,
      Vault vault,
      ProductFiles files,
      Inspector inspector,
      Comparer comparer,
      Clock clock) {
    this.ledger = ledger;
    this.names = names;
    this.vault = vault;
    this.files = files;
    this.inspector = inspector;
    this.comparer = comparer;
    this.clock = clock;
  }

  /// All seven answers for a party.
  ///
  /// @param onCheck is told of each answer as it is found, in the order of the axes
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Verification verify(
      Inspection inspection, ResourceId party, Consumer<Check> onCheck, Progress progress)
      throws StoreException {
    Case file = open(inspection, party, progress);
    List<Check> checks = new ArrayList<>();
    for (Question question : Questions.ALL) {
      Check check = PartialChain.weigh(file, question.answer(file));
      checks.add(check);
      onCheck.accept(check);
    }
    return new Verification(
        inspection.file().path(),
        vault.nameOf(inspection.file().path()),
        inspection.file().fingerprint(),
        Verdicts.of(checks),
        Headline.of(file, checks),
        provisional(file),
        checks,
        inspection,
        file.counterpart().map(Registered::fingerprint),
        file.difference());
  }

  private Case open(Inspection inspection, ResourceId party, Progress progress)
      throws StoreException {
    Counterparts counterparts = new Counterparts(ledger, names);
    Optional<Registered> exact = counterparts.registered(inspection.file().fingerprint(), party);
    if (exact.isPresent()) {
      return new Case(
          inspection,
          party,
          exact,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ledger,
          names,
          source -> outline(inspection, source, progress),
          clock.instant());
    }
    Counterparts.Found found = counterparts.find(inspection, party);
    Optional<Inspection> copy =
        found.named().flatMap(registered -> inspectCopy(registered.fingerprint(), progress));
    Optional<Difference> difference =
        copy.flatMap(original -> comparer.compare(original, inspection, progress));
    return new Case(
        inspection,
        party,
        exact,
        found.named().map(registered -> registered.withCopy(copy)),
        found.lookalike(),
        difference,
        ledger,
        names,
        source -> outline(inspection, source, progress),
        clock.instant());
  }

  private Optional<Inspection> inspectCopy(Fingerprint fingerprint, Progress progress) {
    return openCopy(fingerprint, progress).map(opened -> inspector.inspect(opened, progress));
  }

  private Optional<OutlineComparison> outline(
      Inspection inspection, Fingerprint source, Progress progress) {
    if (!(inspection.file().data() instanceof ProductData.Sliced sliced)) {
      return Optional.empty();
    }
    return openCopy(source, progress)
        .flatMap(
            opened ->
                opened.data() instanceof ProductData.Model model
                    ? OutlineComparison.of(model.mesh(), sliced.toolpath(), progress)
                    : Optional.empty());
  }

  /// Reads the vault's copy of a registered file. A copy that was damaged on the disk is no
  /// original to compare with.
  private Optional<OpenedFile> openCopy(Fingerprint fingerprint, Progress progress) {
    Optional<Path> path = vault.find(fingerprint);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      OpenedFile opened = files.open(path.get(), progress);
      if (opened.fingerprint().equals(fingerprint)) {
        return Optional.of(opened);
      }
      LOG.warn(
          "the vault's copy of {} is damaged: it now has {}", fingerprint, opened.fingerprint());
    } catch (FormatException | IOException e) {
      LOG.warn("the vault's copy of {} cannot be read: {}", fingerprint, e.getMessage());
    }
    return Optional.empty();
  }

  private boolean provisional(Case file) throws StoreException {
    if (file.registered().isEmpty()) {
      return false;
    }
    Registered registered = file.registered().get();
    return !registered.claim().isFinal()
        || !ledger.rights(registered.fingerprint(), file.party()).because().stream()
            .allMatch(Recorded::isFinal);
  }
}
