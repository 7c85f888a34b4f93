package touchmark.ledger.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// JSON text [RFC 8259] read without mercy and written in one way: keys in the order in which they
/// were put, no white space, UTF-8.
final class StrictJson {
  private static final int DEEPEST = 12;

  /// Of the reader itself; each key has its own, narrower bound.
  private static final int LONGEST_TEXT = 128 * 1024;

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NUMBER = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /// Reads one object.
  ///
  /// @param place how errors call it
  /// @param most bytes that are allowed; checked before anything is parsed
  static JsonObject parse(String place, byte[] utf8, int most) throws MalformedException {
    if (utf8.length > most) {
      throw new MalformedException(
          place, "at most " + most + " bytes of JSON", utf8.length + " bytes");
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(decode(place, utf8));
    } catch (JsonProcessingException e) {
      // Bounds that the tokenizer finds broken have no location.
      @Nullable JsonLocation location = e.getLocation();
      throw new MalformedException(
          location == null ? place : place + ", character " + location.getCharOffset(),
          "one strict JSON object",
          e.getOriginalMessage());
    }
    if (root instanceof ObjectNode object) {
      return new JsonObject(place, object);
    }
    throw new MalformedException(place, "a JSON object", JsonObject.kindOf(root));
  }

  static byte[] print(ObjectNode object) {
    try {
      return MAPPER.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static String decode(String place, byte[] utf8) throws MalformedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(place, "UTF-8", "other bytes: " + e.getMessage());
    }
  }
}
