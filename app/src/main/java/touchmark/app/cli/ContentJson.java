package touchmark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import touchmark.app.format.CadFacts;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;
import touchmark.app.settings.Settings;

/// The parts of `inspect --json` that are neither meshes nor toolpaths; keys are never renamed.
final class ContentJson {
  private ContentJson() {}

  /// Adds `structure`, `settings` and `measured`, null where a file has none.
  static void add(OpenedFile file, Map<String, @Nullable Object> document) {
    document.put(
        "structure", file.data() instanceof ProductData.Cad cad ? structure(cad.facts()) : null);
    document.put("settings", file.settings().map(ContentJson::settings).orElse(null));
    document.put(
        "measured",
        file.data() instanceof ProductData.Results results ? measured(results.measured()) : null);
  }

  private static Map<String, @Nullable Object> structure(CadFacts facts) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("schema", facts.schema());
    document.put("system", facts.system());
    document.put("author", facts.author());
    document.put("written", facts.written());
    document.put("unit", facts.unit().isEmpty() ? null : facts.unit());
    document.put("entities", facts.entities());
    document.put("solids", facts.solids());
    document.put("faces", facts.faces());
    document.put("voids", facts.voids());
    document.put("signatureSections", facts.signatures());
    document.put("danglingReferences", facts.flaws().dangling());
    document.put("duplicateInstances", facts.flaws().duplicates());
    document.put("products", facts.products());
    document.put("assembly", facts.assembly().stream().map(ContentJson::component).toList());
    document.put("shapeBy", facts.shapeBy().orElse(null));
    document.put("withoutShape", facts.withoutShape().orElse(null));
    return document;
  }

  private static Map<String, Object> component(CadFacts.Component component) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("product", component.product());
    document.put("times", component.times());
    document.put("parts", component.parts().stream().map(ContentJson::component).toList());
    return document;
  }

  private static Map<String, @Nullable Object> settings(Settings settings) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("name", settings.name().orElse(null));
    document.put("inherits", settings.inherits().orElse(null));
    document.put("count", settings.count());
    document.put(
        "groups",
        settings.groups().stream()
            .map(group -> Map.of("name", group.name(), "values", group.values()))
            .toList());
    return document;
  }

  private static Map<String, @Nullable Object> measured(Measured measured) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    switch (measured) {
      case Measured.Results results -> {
        document.put("kind", "results");
        document.put("products", results.products());
        document.put("features", results.features());
        document.put(
            "characteristics",
            results.characteristics().stream().map(ContentJson::characteristic).toList());
      }
      case Measured.Table table -> {
        document.put("kind", "table");
        document.put("title", table.title().orElse(null));
        document.put("columns", table.columns());
        document.put("rows", table.rows());
      }
      case Measured.HeightMap map -> {
        document.put("kind", "heightMap");
        document.put("title", map.title().orElse(null));
        document.put("min", List.of(map.minX(), map.minY()));
        document.put("step", List.of(map.stepX(), map.stepY()));
        document.put("heights", map.heights().stream().map(ContentJson::heights).toList());
      }
    }
    return document;
  }

  private static List<@Nullable Double> heights(List<Double> row) {
    List<@Nullable Double> heights = new ArrayList<>();
    for (double height : row) {
      heights.add(Double.isNaN(height) ? null : height);
    }
    return heights;
  }

  private static Map<String, @Nullable Object> characteristic(Characteristic one) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("run", one.run());
    document.put("name", one.name());
    document.put("kind", one.kind());
    document.put("nominal", number(one.nominal()));
    document.put("lower", number(one.lower()));
    document.put("upper", number(one.upper()));
    document.put("value", number(one.value()));
    document.put("deviation", number(one.deviation()));
    document.put("passed", one.passed().orElse(null));
    document.put("unit", one.unit());
    return document;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
