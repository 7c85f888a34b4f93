package touchmark.app.usecase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.disk.WholeFile;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductFiles;
import touchmark.app.signature.SignedCopies;
import touchmark.app.signature.SigningHand;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Fingerprint;

/// Puts a person's signature into a copy of a file. The copy is another file, with a fingerprint of
/// its own: it is claimed with the one that it was signed from as its source.
public final class SignDesign {
  private final Ledger ledger;
  private final ProductFiles files;
  private final Optional<KeyRing> keys;
  private final Clock clock;

  /// @param keys empty in a home that only looks
  public SignDesign(Ledger ledger, ProductFiles files, Optional<KeyRing> keys, Clock clock) {
    this.ledger = ledger;
    this.files = files;
    this.keys = keys;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Result {
    /// The copy is on the disk.
    ///
    /// @param source of the file that was signed
    record Signed(Fingerprint copy, Fingerprint source) implements Result {}

    /// Nothing was written.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements Result {}
  }

  /// Signs a file for a party, with the key of the person who signs for it. The copy is written
  /// whole or not at all, and replaces nothing.
  ///
  /// @throws FormatException if files of its kind are not signed, or it changes meanwhile
  /// @throws java.nio.file.FileAlreadyExistsException if something bears the copy's name
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if the key's token is not at hand
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public Result sign(Path file, Path copy, Party party, Progress progress)
      throws FormatException, IOException {
    Optional<PersonKeys> person =
        party.signedBy().flatMap(id -> keys.flatMap(ring -> ring.person(id)));
    if (person.isEmpty()) {
      return new Result.Refused(
          "This workstation holds no key that signs for " + party.name() + ".");
    }
    if (ledger.isRevoked(person.get().signing().certificateHash())) {
      return new Result.Refused(
          "The certificate that signs for " + party.name() + " was revoked: it signs no more.");
    }
    SigningHand hand =
        new SigningHand(person.get().signing(), certificates(person.get()), clock.instant());
    OpenedFile opened = files.open(file, progress);
    try {
      WholeFile.writeNew(copy, out -> write(opened, hand, out, progress));
    } catch (IOException e) {
      if (e.getCause() instanceof FormatException told) {
        throw told;
      }
      throw e;
    }
    return new Result.Signed(files.fingerprint(copy, progress), opened.fingerprint());
  }

  /// What is wrong with the file goes through the writer of files as a cause.
  private static void write(
      OpenedFile opened, SigningHand hand, OutputStream out, Progress progress) throws IOException {
    try {
      SignedCopies.write(opened, hand, out, progress);
    } catch (FormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// The person's certificate, and that of the authority which issued it.
  private List<Bytes> certificates(PersonKeys person) {
    List<Bytes> certificates = new ArrayList<>(List.of(person.signing().certificate()));
    keys.flatMap(ring -> ring.organization(person.belongsTo()))
        .map(OrganizationKeys::authority)
        .map(SigningKey::certificate)
        .ifPresent(certificates::add);
    return certificates;
  }
}
