package touchmark.app.format.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The settings of a whole project, as Bambu Studio and OrcaSlicer keep them beside the G-code: one
/// JSON object of texts and lists of texts.
final class ProjectSettings {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 10_000;

  private ProjectSettings() {}

  /// Lists become texts with commas, as in the comments of G-code. Settings that are no JSON object
  /// do not make the G-code beside them unreadable: there are none then.
  static Map<String, String> of(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
    if (!root.isObject()) {
      return Map.of();
    }
    return root.properties().stream()
        .filter(setting -> !setting.getValue().isObject())
        .limit(MOST)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                setting -> value(setting.getValue()),
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private static String value(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
        : node.asText();
  }
}
