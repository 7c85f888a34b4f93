package touchmark.app.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.app.disk.Json;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.Salt;

/// The openings of sealed labels that this station knows, one file for each, named after the
/// commitment of the id. They are kept before a claim is recorded: lost openings of a recorded
/// claim could never be made again.
public final class LabelBook {
  private static final Logger LOG = LoggerFactory.getLogger(LabelBook.class);
  private static final int MOST_BYTES = 1 << 20;

  private final Path directory;

  public LabelBook(Path directory) {
    this.directory = directory;
  }

  /// Keeps the openings.
  ///
  /// @throws IllegalArgumentException when they do not open these labels
  public void keep(FileLabels.Sealed labels, LabelOpenings openings) throws IOException {
    if (!Commitments.opens(labels, openings)) {
      throw new IllegalArgumentException("these openings do not open these labels");
    }
    WholeFile.write(place(labels), write(openings).toString());
  }

  /// Forgets the openings; the labels are unreadable from then on.
  public void erase(FileLabels.Sealed labels) throws IOException {
    Files.deleteIfExists(place(labels));
  }

  /// The openings, when this station has them and they do open the labels.
  public Optional<LabelOpenings> openings(FileLabels.Sealed labels) {
    Path file = place(labels);
    try {
      LabelOpenings openings =
          read(file.toString(), Json.parse(file.toString(), WholeFile.read(file, MOST_BYTES)));
      return Optional.of(openings).filter(found -> Commitments.opens(labels, found));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("label openings are not readable: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// The labels in clear, as far as this station can tell.
  public Optional<FileLabels.Clear> text(FileLabels labels) {
    return switch (labels) {
      case FileLabels.Clear clear -> Optional.of(clear);
      case FileLabels.Sealed sealed -> openings(sealed).map(LabelOpenings::text);
    };
  }

  /// The JSON of openings, as files and packages hold it.
  public static ObjectNode write(LabelOpenings openings) {
    ObjectNode json = Json.object();
    json.set("id", write(openings.id()));
    ArrayNode versions = json.putArray("versionIds");
    openings.versionIds().forEach(opening -> versions.add(write(opening)));
    ArrayNode descriptions = json.putArray("descriptions");
    openings.descriptions().forEach(opening -> descriptions.add(write(opening)));
    return json;
  }

  /// Reads what [#write] wrote.
  ///
  /// @param what the place, for the sentence on failure
  /// @throws IOException when it is anything else
  public static LabelOpenings read(String what, ObjectNode json) throws IOException {
    try {
      return new LabelOpenings(
          opening(what, json.path("id")),
          openings(what, json.path("versionIds"), FileLabels.MOST_VERSIONS),
          openings(what, json.path("descriptions"), FileLabels.MOST_DESCRIPTIONS));
    } catch (IllegalArgumentException e) {
      throw new IOException(what + ": expected label openings, found: " + e.getMessage(), e);
    }
  }

  private static ObjectNode write(Opening opening) {
    return Json.object().put("salt", opening.salt().bits().hex()).put("text", opening.text());
  }

  private static List<Opening> openings(String what, JsonNode array, int most) throws IOException {
    if (!array.isArray() || array.size() > most) {
      throw new IOException(what + ": expected at most " + most + " openings, found others");
    }
    List<Opening> openings = new ArrayList<>();
    for (var element : array) {
      openings.add(opening(what, element));
    }
    return openings;
  }

  private static Opening opening(String what, JsonNode json) throws IOException {
    if (!(json instanceof ObjectNode object)) {
      throw new IOException(what + ": expected an opening, found something else");
    }
    return new Opening(
        new Salt(Digest.parse(Json.text(what, object, "salt"))), Json.text(what, object, "text"));
  }

  private Path place(FileLabels.Sealed labels) {
    return directory.resolve(labels.id().hex() + ".json");
  }
}
