package touchmark.ui.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import touchmark.app.format.FormatException;
import touchmark.app.inspect.Inspection;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Check;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;

/// What the dialog asks of the rest: method references of the use cases.
///
/// @param counterparts the registered file that a verified one was taken for, inspected
/// @param names a party's name for people
public record Desk(
    Verifications verifications,
    Counterparts counterparts,
    Releases releases,
    Records records,
    Names names) {
  /// Answers the seven questions; `VerifyPrint::verify`.
  @FunctionalInterface
  public interface Verifications {
    Verification verify(Path file, Party party, Consumer<Check> onCheck, Progress progress)
        throws FormatException, IOException, StoreException;
  }

  /// Inspects the registered file; empty when there is none, or this station has no copy.
  @FunctionalInterface
  public interface Counterparts {
    Optional<Inspection> of(Verification verification, Progress progress)
        throws FormatException, IOException, StoreException;
  }

  /// Copies exactly the verified bytes; `ReleaseToFolder::release`.
  @FunctionalInterface
  public interface Releases {
    Path release(
        Verification verification,
        ResourceId party,
        Path folder,
        Optional<String> reason,
        Progress progress)
        throws IOException;
  }

  /// Looks transactions up; `Ledger::transaction`.
  @FunctionalInterface
  public interface Records {
    Optional<Recorded> transaction(TxId txId) throws StoreException;
  }

  /// Names parties for people.
  @FunctionalInterface
  public interface Names {
    String of(ResourceId party);
  }
}
