package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import touchmark.app.format.FormatException;
import touchmark.app.verify.Check;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;

/// Verifies a file before it is printed [Fig. 12].
public final class VerifyPrint {
  /// All seven checks. `onCheck` is told of each as it finishes, in the order of the axes, on the
  /// calling thread. The outcome is noted in the station's journal.
  public Verification verify(Path file, Party party, Consumer<Check> onCheck, Progress progress)
      throws FormatException, IOException, StoreException {
    throw new UnsupportedOperationException();
  }
}
