package touchmark.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.format.CadFacts;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;
import touchmark.app.settings.Settings;
import touchmark.ui.inspector.Facts.Fact;
import touchmark.ui.support.Messages;

/// Says in words what there is besides meshes and toolpaths: structure, settings, measurements.
final class KindFacts {
  private static final int MOST_PRODUCTS = 3;

  private final Messages words;

  KindFacts(Messages words) {
    this.words = words;
  }

  List<Fact> of(OpenedFile file) {
    List<Fact> facts = new ArrayList<>();
    switch (file.data()) {
      case ProductData.Cad(CadFacts cad, _) -> structure(facts, cad);
      case ProductData.Results(Measured measured) -> measured(facts, measured);
      case ProductData.Model _,
          ProductData.Sliced _,
          ProductData.Layered _,
          ProductData.Configured _,
          ProductData.Unread _ -> {}
    }
    file.settings().ifPresent(settings -> settings(facts, settings));
    return facts;
  }

  private void structure(List<Fact> facts, CadFacts cad) {
    facts.add(fact("schema", cad.schema()));
    if (!cad.products().isEmpty()) {
      facts.add(fact("products", names(cad.products())));
    }
    if (!cad.unit().isEmpty()) {
      facts.add(fact("unit", cad.unit()));
    }
    if (cad.solids() > 0) {
      facts.add(fact("solids", words.text("solids.text", cad.solids(), cad.faces())));
    }
    if (!cad.system().isBlank()) {
      facts.add(fact("generator", cad.system()));
    }
    cad.shapeBy().ifPresent(program -> facts.add(fact("shape", program)));
    cad.withoutShape().ifPresent(why -> facts.add(fact("shape", why)));
  }

  private void measured(List<Fact> facts, Measured measured) {
    switch (measured) {
      case Measured.Results results -> {
        if (!results.products().isEmpty()) {
          facts.add(fact("products", names(results.products())));
        }
        facts.add(fact("characteristics", characteristics(results.characteristics())));
      }
      case Measured.Table table ->
          facts.add(
              fact("table", words.text("table.text", table.rows().size(), table.columns().size())));
      case Measured.HeightMap map -> {
        map.title().ifPresent(title -> facts.add(fact("title", title)));
        facts.add(
            fact(
                "table",
                words.text(
                    "table.text",
                    map.heights().size(),
                    map.heights().stream().mapToInt(List::size).max().orElse(0))));
      }
    }
  }

  private String characteristics(List<Characteristic> all) {
    long passed = all.stream().filter(one -> one.passed().orElse(false)).count();
    long failed = all.stream().filter(one -> !one.passed().orElse(true)).count();
    return words.text("characteristics.text", all.size(), passed, failed);
  }

  private void settings(List<Fact> facts, Settings settings) {
    settings.name().ifPresent(name -> facts.add(fact("profile", name)));
    settings.inherits().ifPresent(parent -> facts.add(fact("inherits", parent)));
    facts.add(
        fact("settings", words.text("settings.text", settings.count(), settings.groups().size())));
  }

  private static String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_PRODUCTS, names.size())));
    int more = names.size() - MOST_PRODUCTS;
    return more > 0 ? first + " + " + more : first;
  }

  private Fact fact(String key, String value) {
    return new Fact(words.text(key), value);
  }
}
