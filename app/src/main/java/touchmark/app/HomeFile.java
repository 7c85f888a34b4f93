package touchmark.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.disk.Json;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.model.ResourceId;

/// What `home.json` says.
///
/// @param founder the organization that made the home; empty for one that only looks
/// @param sample whether nothing here counts
record HomeFile(Optional<ResourceId> founder, boolean sample) {
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 65_536;

  static HomeFile read(Path file) throws IOException {
    String what = file.toString();
    ObjectNode json = Json.parse(what, WholeFile.read(file, MOST_BYTES));
    int version = json.path("version").asInt(0);
    if (version != VERSION) {
      throw new IOException(
          what + ": expected version " + VERSION + ", found " + version + "; update Touchmark");
    }
    try {
      return new HomeFile(
          Optional.ofNullable(json.path("founder").textValue()).map(ResourceId::new),
          json.path("sample").asBoolean(false));
    } catch (IllegalArgumentException e) {
      throw new IOException(what + ": expected a founder's id, found: " + e.getMessage(), e);
    }
  }

  void write(Path file) throws IOException {
    ObjectNode json = Json.object().put("version", VERSION);
    founder.ifPresent(id -> json.put("founder", id.value()));
    WholeFile.write(file, json.put("sample", sample).toPrettyString());
  }
}
