package touchmark.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import touchmark.app.format.CadFacts;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Quantities;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// What `inspect` tells people of a file that is neither a mesh nor a toolpath.
final class ContentRows {
  private static final int MOST_LISTED = 16;

  private final Rows rows;

  private ContentRows(Rows rows) {
    this.rows = rows;
  }

  /// Adds what there is to tell of structure, settings and measurements.
  static void add(OpenedFile file, Rows rows) {
    ContentRows content = new ContentRows(rows);
    if (file.data() instanceof ProductData.Cad cad) {
      content.structure(cad.facts());
    }
    file.settings().ifPresent(content::settings);
    if (file.data() instanceof ProductData.Results results) {
      content.measured(results.measured());
    }
  }

  private void structure(CadFacts facts) {
    rows.add("schema", facts.schema());
    rows.add("written", join(", ", facts.written(), facts.system(), facts.author()));
    rows.add(
        "structure",
        counted(facts.entities(), "instance", "instances")
            + ", "
            + counted(facts.solids(), "solid", "solids")
            + ", "
            + counted(facts.faces(), "face", "faces")
            + (facts.signatures() > 0
                ? ", " + counted(facts.signatures(), "signature section", "signature sections")
                : ""));
    rows.add("unit", facts.unit().isEmpty() ? "none stated" : facts.unit());
    int listed = components("products", "", facts.assembly(), 0);
    int all = count(facts.assembly());
    if (all > listed) {
      rows.add("", "and " + counted(all - (long) listed, "more", "more"));
    }
  }

  private int components(
      String title, String indent, List<CadFacts.Component> components, int before) {
    int listed = before;
    for (CadFacts.Component component : components) {
      if (listed == MOST_LISTED) {
        return listed;
      }
      String times = component.times() > 1 ? " x " + component.times() : "";
      rows.add(listed == 0 ? title : "", indent + component.product() + times);
      listed = components(title, indent + "  ", component.parts(), listed + 1);
    }
    return listed;
  }

  private static int count(List<CadFacts.Component> components) {
    return components.stream().mapToInt(component -> 1 + count(component.parts())).sum();
  }

  private void settings(Settings settings) {
    String inherits =
        settings
            .inherits()
            .filter(text -> !text.isBlank())
            .map(text -> "inherits " + text)
            .orElse("");
    rows.add(
        "settings",
        join(
            ", ",
            settings.name().orElse(""),
            counted(settings.count(), "setting", "settings"),
            inherits));
    List<SettingsGroup> named =
        settings.groups().stream().filter(group -> !group.name().isEmpty()).toList();
    named.stream()
        .limit(MOST_LISTED)
        .forEach(
            group ->
                rows.add(
                    "",
                    group.name() + ": " + counted(group.values().size(), "setting", "settings")));
    if (named.size() > MOST_LISTED) {
      rows.add(
          "", "and " + counted(named.size() - (long) MOST_LISTED, "more group", "more groups"));
    }
  }

  private void measured(Measured measured) {
    switch (measured) {
      case Measured.Results results -> results(results);
      case Measured.Table table ->
          rows.add(
              "table",
              counted(table.rows().size(), "row", "rows")
                  + " of "
                  + table.columns().stream().limit(MOST_LISTED).collect(Collectors.joining(", ")));
      case Measured.HeightMap map -> heights(map);
    }
  }

  private void results(Measured.Results results) {
    if (!results.products().isEmpty()) {
      rows.add(
          "products",
          results.products().stream().limit(MOST_LISTED).collect(Collectors.joining(", ")));
    }
    List<Characteristic> all = results.characteristics();
    long valued = all.stream().filter(one -> one.value().isPresent()).count();
    rows.add(
        "measured",
        counted(results.features(), "feature", "features")
            + ", "
            + counted(all.size(), "characteristic", "characteristics")
            + ", "
            + String.format(Locale.ROOT, "%,d measured", valued)
            + String.format(Locale.ROOT, ", %,d passed", stated(all, true))
            + String.format(Locale.ROOT, ", %,d failed", stated(all, false)));
    long runs =
        all.stream().map(Characteristic::run).filter(run -> !run.isEmpty()).distinct().count();
    if (runs > 1) {
      rows.add("parts", Long.toString(runs));
    }
  }

  private static long stated(List<Characteristic> all, boolean passed) {
    return all.stream()
        .filter(one -> one.passed().filter(says -> says == passed).isPresent())
        .count();
  }

  private void heights(Measured.HeightMap map) {
    double[] probed =
        map.heights().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .filter(height -> !Double.isNaN(height))
            .sorted()
            .toArray();
    String range =
        probed.length == 0
            ? ""
            : ", from "
                + Quantities.exact(probed[0])
                + " to "
                + Quantities.exact(probed[probed.length - 1])
                + " mm";
    rows.add(
        "heights",
        map.heights().getFirst().size()
            + " x "
            + map.heights().size()
            + " points, "
            + probed.length
            + " probed"
            + range);
  }

  private static String join(String between, String... texts) {
    return Arrays.stream(texts)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String counted(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
