package touchmark.app.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// The station's own small JSON files, read strictly: an object, no duplicate keys, nothing after
/// it, a shallow depth.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(4 << 20)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// An empty object to fill.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Parses one object.
  ///
  /// @param what the place, for the sentence on failure
  /// @throws IOException when the text is no JSON object
  public static ObjectNode parse(String what, String text) throws IOException {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(what + ": expected a JSON object, found " + e.getOriginalMessage(), e);
    }
    throw new IOException(what + ": expected a JSON object, found something else");
  }

  /// A text that must be there.
  ///
  /// @throws IOException when it is missing, or no text
  public static String text(String what, ObjectNode object, String key) throws IOException {
    var value = object.get(key);
    if (value == null || !value.isTextual()) {
      throw new IOException(what + ": expected a text under '" + key + "', found none");
    }
    return value.textValue();
  }
}
