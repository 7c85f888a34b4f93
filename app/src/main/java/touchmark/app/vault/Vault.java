package touchmark.app.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.model.Fingerprint;

/// The local files by fingerprint: `ab/<hash>` holds the bytes, `ab/<hash>.json` a note of name and
/// shape. Files come in through [#receive], and are never changed afterwards.
public final class Vault {
  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  private static final Pattern COPY = Pattern.compile("[0-9a-f]{64}");

  private final Path directory;

  /// @param directory made on the first use
  public Vault(Path directory) {
    this.directory = directory;
  }

  /// The copy of these bytes, when there is one.
  public Optional<Path> find(Fingerprint fingerprint) {
    Path file = place(fingerprint);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /// What is remembered of these bytes. A missing or damaged note is no loss: it only names things.
  public Optional<VaultNote> note(Fingerprint fingerprint) {
    Path file = notePlace(fingerprint);
    try {
      return Optional.of(
          VaultNote.fromJson(file.toString(), WholeFile.read(file, VaultNote.MOST_BYTES)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("note on {} is not readable: {}", fingerprint, e.getMessage());
      return Optional.empty();
    }
  }

  /// What a file is called: the vault's own copies have the name that they came under.
  public String nameOf(Path file) {
    String plain = String.valueOf(file.getFileName());
    boolean own =
        file.toAbsolutePath().startsWith(directory.toAbsolutePath())
            && COPY.matcher(plain).matches();
    return own ? note(Fingerprint.parse(plain)).map(VaultNote::name).orElse(plain) : plain;
  }

  /// Begins to take a file in. Close it: what was not kept is deleted.
  ///
  /// @throws IOException when the disk does not allow it
  public Incoming receive() throws IOException {
    Files.createDirectories(directory);
    return new Incoming(this, Files.createTempFile(directory, ".incoming-", ".tmp"));
  }

  Path place(Fingerprint fingerprint) {
    String hex = fingerprint.hex();
    return directory.resolve(hex.substring(0, 2)).resolve(hex);
  }

  Path notePlace(Fingerprint fingerprint) {
    return place(fingerprint).resolveSibling(fingerprint.hex() + ".json");
  }
}
