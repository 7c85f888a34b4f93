package touchmark.app.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.app.disk.Json;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.Salt;

/// Why this station's parties dispute: the texts whose commitments stand on the chain, one file for
/// each. Without the file the reason is lost, and the dispute stays.
public final class ReasonBook {
  private static final Logger LOG = LoggerFactory.getLogger(ReasonBook.class);
  private static final int MOST_BYTES = 1 << 16;

  private final Path directory;
  private final SecureRandom random;

  public ReasonBook(Path directory, SecureRandom random) {
    this.directory = directory;
    this.random = random;
  }

  /// Keeps a reason under a fresh salt.
  ///
  /// @return what the chain may hold of it
  /// @throws IllegalArgumentException when the text is too long or holds control characters
  public Commitment keep(String text) throws IOException {
    Opening opening = new Opening(Salt.random(random), text);
    Commitment commitment = Commitments.commit(opening.salt(), opening.text());
    Files.createDirectories(directory);
    WholeFile.write(
        place(commitment),
        Json.object()
            .put("salt", opening.salt().bits().hex())
            .put("text", opening.text())
            .toString());
    return commitment;
  }

  /// Forgets a reason that was not recorded.
  public void erase(Commitment commitment) throws IOException {
    Files.deleteIfExists(place(commitment));
  }

  /// The text, when this station has it and it is the one that was committed to.
  public Optional<String> text(Commitment commitment) {
    Path file = place(commitment);
    String what = file.toString();
    try {
      var json = Json.parse(what, WholeFile.read(file, MOST_BYTES));
      Salt salt = new Salt(Digest.parse(Json.text(what, json, "salt")));
      String text = Json.text(what, json, "text");
      return Commitments.commit(salt, text).equals(commitment)
          ? Optional.of(text)
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("a reason is not readable: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Path place(Commitment commitment) {
    return directory.resolve(commitment.hex() + ".json");
  }
}
