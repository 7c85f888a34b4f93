package touchmark.app.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.settings.Settings;

/// Settings out of a JSON object. A list of one is written as that one, since OrcaSlicer writes all
/// values of a filament so; of a key that is there twice the last counts, as with the slicers.
public final class JsonSettings {
  static final String OVERRIDES = "overrides";

  private static final int DEEPEST = 64;
  private static final String SETTINGS = "settings";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(SettingsDraft.LARGEST)
                          .maxNumberLength(64)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final SettingsDraft draft;

  private JsonSettings(Path file) {
    this.draft = new SettingsDraft(file);
  }

  /// Reads a whole text.
  ///
  /// @param file for messages
  public static Settings read(Path file, String text) throws FormatException {
    return new JsonSettings(file).settings(object(file, text));
  }

  /// Reads an object of texts and of lists of texts, as Cura packs its containers.
  ///
  /// @param file for messages
  public static Map<String, List<String>> texts(Path file, String text) throws FormatException {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object(file, text).properties()) {
      List<String> values = new ArrayList<>();
      if (member.getValue().isArray()) {
        member.getValue().forEach(item -> values.add(item.asText()));
      } else {
        values.add(member.getValue().asText());
      }
      texts.put(member.getKey(), values);
    }
    return texts;
  }

  private static ObjectNode object(Path file, String text) throws FormatException {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "the whole file" : "line " + e.getLocation().getLineNr();
      throw new FormatException(
          file,
          place,
          "a JSON object at most " + DEEPEST + " deep",
          e.getOriginalMessage().replaceAll("\\s+", " "),
          e);
    }
    if (root instanceof ObjectNode object) {
      return object;
    }
    throw new FormatException(file, "the whole file", "a JSON object", "something else");
  }

  private Settings settings(ObjectNode root) throws FormatException {
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      if (!(member.getValue() instanceof ObjectNode)) {
        draft.group("");
        draft.put(member.getKey(), written(member.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      if (member.getValue() instanceof ObjectNode object) {
        group(member.getKey(), object);
      }
    }
    return draft.settings(text(root, "name"), text(root, "inherits").filter(t -> !t.isBlank()));
  }

  private static Optional<String> text(ObjectNode object, String key) {
    return Optional.ofNullable(object.get(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private void group(String name, ObjectNode object) throws FormatException {
    draft.group(name);
    switch (name) {
      case SETTINGS -> definitions(object, "");
      case OVERRIDES -> {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
          definition(member.getKey(), member.getValue());
        }
      }
      default -> flat("", object);
    }
  }

  /// Cura's tree of categories and settings within settings.
  private void definitions(ObjectNode object, String category) throws FormatException {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (member.getValue() instanceof ObjectNode definition) {
        boolean heading = definition.path("type").asText().equals("category");
        String inside = heading ? definition.path("label").asText(member.getKey()) : category;
        draft.group(inside);
        if (!heading) {
          definition(member.getKey(), definition);
        }
        if (definition.get("children") instanceof ObjectNode children) {
          definitions(children, inside);
        }
      }
    }
  }

  /// The value of a setting, and the formula that may stand in for it.
  private void definition(String key, JsonNode definition) throws FormatException {
    JsonNode plain = definition.get("default_value");
    JsonNode formula = definition.get("value");
    if (plain != null) {
      draft.put(key, written(plain));
    }
    if (formula != null) {
      draft.put(plain == null ? key : key + " (formula)", written(formula));
    }
    if (plain == null && formula == null) {
      flat(key + ".", definition);
    }
  }

  private void flat(String before, JsonNode object) throws FormatException {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (member.getValue() instanceof ObjectNode inner) {
        flat(before + member.getKey() + ".", inner);
      } else {
        draft.put(before + member.getKey(), written(member.getValue()));
      }
    }
  }

  private static String written(JsonNode value) {
    if (!value.isArray()) {
      return value.isValueNode() ? value.asText() : value.toString();
    }
    List<String> items = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isValueNode()) {
        return value.toString();
      }
      items.add(item.asText());
    }
    return String.join(",", items);
  }
}
