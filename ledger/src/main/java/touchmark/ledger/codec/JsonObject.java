package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;

/// One JSON object, asked key by key. Each answer has the wanted type or is an error that names the
/// place; [#end] refuses the keys that nobody asked for.
final class JsonObject {
  /// Makes a value of one element of a list.
  interface Reading<T> {
    T read(JsonObject element) throws MalformedException;
  }

  private final String place;
  private final ObjectNode node;
  private final Set<String> asked = new HashSet<>();

  JsonObject(String place, ObjectNode node) {
    this.place = place;
    this.node = node;
  }

  String at(String key) {
    return place + "." + key;
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key, int longest) throws MalformedException {
    return textOf(() -> at(key), take(key), longest);
  }

  /// A text that may be left out, but not be blank: leaving out is the one way to say nothing.
  Optional<String> optionalText(String key, int longest) throws MalformedException {
    if (!has(key)) {
      return Optional.empty();
    }
    String text = text(key, longest);
    if (text.isBlank()) {
      throw new MalformedException(at(key), "words, or no such key", "a blank text");
    }
    return Optional.of(text);
  }

  boolean flag(String key) throws MalformedException {
    JsonNode value = take(key);
    if (value == null || !value.isBoolean()) {
      throw new MalformedException(at(key), "true or false", kindOf(value));
    }
    return value.booleanValue();
  }

  int whole(String key, int least, int most) throws MalformedException {
    return Math.toIntExact(wholeLong(key, least, most));
  }

  long wholeLong(String key, long least, long most) throws MalformedException {
    JsonNode value = take(key);
    if (value == null || !value.isIntegralNumber()) {
      throw new MalformedException(at(key), range(least, most), kindOf(value));
    }
    if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
      throw new MalformedException(at(key), range(least, most), value.asText());
    }
    return value.longValue();
  }

  private static String range(long least, long most) {
    return "a whole number from " + least + " to " + most;
  }

  Digest digest(String key) throws MalformedException {
    return digestOf(() -> at(key), take(key));
  }

  Instant time(String key) throws MalformedException {
    return Timestamps.parse(() -> at(key), text(key, 24));
  }

  /// Bytes in Base64 with padding [RFC 4648 4], in the one form that those bytes have.
  Bytes base64(String key, int longest) throws MalformedException {
    String text = text(key, (longest + 2) / 3 * 4);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(at(key), "Base64 with padding", "\"" + text + "\"");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new MalformedException(at(key), "Base64 with padding", "\"" + text + "\"");
    }
    if (bytes.length > longest) {
      throw new MalformedException(
          at(key), "at most " + longest + " bytes", bytes.length + " bytes");
    }
    return Bytes.of(bytes);
  }

  /// One of an enum's constants, by its name.
  <E extends Enum<E>> E constant(String key, Class<E> type) throws MalformedException {
    return constantOf(() -> at(key), type, text(key, 64));
  }

  JsonObject object(String key) throws MalformedException {
    return objectOf(at(key), take(key));
  }

  List<Digest> digests(String key, int most) throws MalformedException {
    List<Digest> digests = new ArrayList<>();
    for (JsonNode element : array(key, most)) {
      digests.add(digestOf(() -> at(key) + "[" + digests.size() + "]", element));
    }
    return digests;
  }

  List<String> texts(String key, int most, int longest) throws MalformedException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key, most)) {
      texts.add(textOf(() -> at(key) + "[" + texts.size() + "]", element, longest));
    }
    return texts;
  }

  /// A set of an enum's constants in the enum's order, none twice.
  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) throws MalformedException {
    List<E> constants = new ArrayList<>();
    for (String name : texts(key, type.getEnumConstants().length, 64)) {
      E constant = constantOf(() -> at(key), type, name);
      if (!constants.isEmpty() && constants.getLast().compareTo(constant) >= 0) {
        throw new MalformedException(at(key), "the names in their order, none twice", name);
      }
      constants.add(constant);
    }
    return Set.copyOf(constants);
  }

  <T> List<T> objects(String key, int most, Reading<T> reading) throws MalformedException {
    List<T> objects = new ArrayList<>();
    for (JsonNode element : array(key, most)) {
      JsonObject object = objectOf(at(key) + "[" + objects.size() + "]", element);
      objects.add(reading.read(object));
      object.end();
    }
    return objects;
  }

  /// Makes a record of what was read; what its constructor refuses is malformed here.
  <T> T make(Supplier<T> record) throws MalformedException {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedException(place, e);
    }
  }

  /// Refuses keys that were not asked for.
  void end() throws MalformedException {
    for (var field : node.properties()) {
      if (!asked.contains(field.getKey())) {
        throw new MalformedException(place, "no other key", "\"" + field.getKey() + "\"");
      }
    }
  }

  static String kindOf(@Nullable JsonNode value) {
    return value == null || value.isMissingNode()
        ? "nothing"
        : value.isFloatingPointNumber()
            ? "a number with a fraction or exponent"
            : "a " + value.getNodeType().name().toLowerCase(Locale.ROOT) + " value";
  }

  private @Nullable JsonNode take(String key) {
    asked.add(key);
    return node.get(key);
  }

  private Iterable<JsonNode> array(String key, int most) throws MalformedException {
    JsonNode value = take(key);
    if (value == null || !value.isArray()) {
      throw new MalformedException(at(key), "a list", kindOf(value));
    }
    if (value.size() > most) {
      throw new MalformedException(
          at(key), "at most " + most + " elements", String.valueOf(value.size()));
    }
    return value;
  }

  private static JsonObject objectOf(String place, @Nullable JsonNode value)
      throws MalformedException {
    if (value instanceof ObjectNode object) {
      return new JsonObject(place, object);
    }
    throw new MalformedException(place, "an object", kindOf(value));
  }

  private static String textOf(Supplier<String> place, @Nullable JsonNode value, int longest)
      throws MalformedException {
    if (value == null || !value.isTextual()) {
      throw new MalformedException(place.get(), "a text", kindOf(value));
    }
    String text = value.textValue();
    if (text.length() > longest) {
      throw new MalformedException(
          place.get(), "at most " + longest + " characters", String.valueOf(text.length()));
    }
    return text;
  }

  private static Digest digestOf(Supplier<String> place, @Nullable JsonNode value)
      throws MalformedException {
    String text = textOf(place, value, 2 * Digest.LENGTH);
    if (text.length() != 2 * Digest.LENGTH || !isLowerHex(text)) {
      throw new MalformedException(
          place.get(), "64 lower-case hexadecimal digits", "\"" + text + "\"");
    }
    return Digest.parse(text);
  }

  /// Whether a text is of nothing but `0-9 a-f`.
  static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ((sign < '0' || sign > '9') && (sign < 'a' || sign > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static <E extends Enum<E>> E constantOf(
      Supplier<String> place, Class<E> type, String name) throws MalformedException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new MalformedException(
        place.get(), "one of " + List.of(type.getEnumConstants()), "\"" + name + "\"");
  }
}
