package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.journal.Entry;
import touchmark.app.journal.Journal;
import touchmark.app.verify.Check;
import touchmark.app.verify.Verification;
import touchmark.app.verify.Verifier;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;

/// Verifies a file before it is printed [Fig. 12].
public final class VerifyPrint {
  private final ProductFiles files;
  private final Inspector inspector;
  private final CheckSignatures signatures;
  private final Verifier verifier;
  private final Journal journal;
  private final Clock clock;

  public VerifyPrint(
      ProductFiles files,
      Inspector inspector,
      CheckSignatures signatures,
      Verifier verifier,
      Journal journal,
      Clock clock) {
    this.files = files;
    this.inspector = inspector;
    this.signatures = signatures;
    this.verifier = verifier;
    this.journal = journal;
    this.clock = clock;
  }

  /// All seven checks, of a damaged file too: it is not fit to print, and may be a registered one
  /// that was altered. `onCheck` is told of each as it finishes, in the order of the axes, on the
  /// calling thread. The outcome is noted in the station's journal.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Verification verify(Path file, Party party, Consumer<Check> onCheck, Progress progress)
      throws IOException, StoreException {
    return verify(inspect(file, progress), party, onCheck, progress);
  }

  private Inspection inspect(Path file, Progress progress) throws IOException {
    try {
      return signatures.with(inspector.inspect(files.open(file, progress), progress), progress);
    } catch (FormatException damage) {
      return inspector.refused(files.openUnread(file, progress), damage);
    }
  }

  /// The same for a file that was inspected already.
  public Verification verify(
      Inspection inspection, Party party, Consumer<Check> onCheck, Progress progress)
      throws IOException, StoreException {
    Verification verification = verifier.verify(inspection, party.resource(), onCheck, progress);
    journal.note(
        new Entry(
            clock.instant(),
            Entry.Kind.VERIFIED,
            party.resource(),
            verification.fingerprint(),
            verification.registered(),
            verification.verdict().name(),
            verification.headline()));
    return verification;
  }
}
