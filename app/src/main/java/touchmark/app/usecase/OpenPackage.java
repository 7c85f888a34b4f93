package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.app.contacts.LabelBook;
import touchmark.app.delivery.Consignment;
import touchmark.app.delivery.PackageReader;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspector;
import touchmark.app.vault.Shape;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;

/// Opens a `.tmk` package that was addressed to a party of this home: decrypts, checks the bytes
/// against the statement, keeps them in the vault.
public final class OpenPackage {
  private static final Logger LOG = LoggerFactory.getLogger(OpenPackage.class);

  private final Ledger ledger;
  private final Optional<PackageReader> packages;
  private final LabelBook labels;
  private final ProductFiles files;
  private final Inspector inspector;

  /// What was in the package.
  ///
  /// @param file the vault's copy
  /// @param name the name that the sender gave it, without any path
  public record Opened(Path file, Fingerprint fingerprint, String name) {}

  /// @param packages empty in a home without keys
  public OpenPackage(
      Ledger ledger,
      Optional<PackageReader> packages,
      LabelBook labels,
      ProductFiles files,
      Inspector inspector) {
    this.ledger = ledger;
    this.packages = packages;
    this.labels = labels;
    this.files = files;
    this.inspector = inspector;
  }

  /// Opens a package. Nothing is kept unless everything is as the ledger says.
  ///
  /// @throws touchmark.app.delivery.PackageException when the package is damaged, altered, for
  ///   somebody else, or does not match the ledger
  public Opened open(Path packageFile, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    PackageReader reader =
        packages.orElseThrow(
            () ->
                new IOException(
                    "This workstation holds no key that opens packages for " + party.name() + "."));
    try (Consignment consignment = reader.read(packageFile, party.resource(), progress)) {
      consignment.check(ledger, party.resource());
      Path kept = consignment.keep(ledger, labels, shape(consignment, progress));
      return new Opened(kept, consignment.fingerprint(), consignment.manifest().name());
    }
  }

  /// The shape of the content. Content that no reader understands is delivered all the same.
  private Optional<Shape> shape(Consignment consignment, Progress progress) throws IOException {
    try {
      return Shape.of(inspector.inspect(files.open(consignment.content(), progress), progress));
    } catch (FormatException e) {
      LOG.info("the delivered file is damaged: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
