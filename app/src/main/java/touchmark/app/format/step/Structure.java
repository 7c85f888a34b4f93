package touchmark.app.format.step;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.app.format.CadFacts;

/// The products of a file and what they are assembled from [ISO 10303-44].
final class Structure {
  /// Most products, definitions and uses together: each takes memory.
  private static final int MOST = 1_000_000;

  private static final int DEEPEST = 64;

  private final Map<Long, String> products = new LinkedHashMap<>();
  private final Map<Long, Long> formations = new HashMap<>();
  private final Map<Long, Long> definitions = new LinkedHashMap<>();
  private final Map<Long, Long> shapes = new HashMap<>();
  private final Map<Long, Map<Long, Integer>> uses = new HashMap<>();
  private final Set<Long> used = new HashSet<>();
  private int listed;

  Structure(StepFile file) throws Cursor.Unfit {
    Records records = file.records();
    int count = 0;
    for (int record = 0; record < records.count(); record++) {
      if (note(records, record)) {
        count++;
        if (count > MOST) {
          throw new Cursor.Unfit("at most " + MOST + " products and uses", "more");
        }
      }
    }
  }

  private boolean note(Records records, int record) throws Cursor.Unfit {
    StepType type = records.type(record);
    boolean known =
        switch (type) {
          case PRODUCT,
              PRODUCT_DEFINITION_FORMATION,
              PRODUCT_DEFINITION,
              PRODUCT_DEFINITION_SHAPE,
              NEXT_ASSEMBLY_USAGE_OCCURRENCE ->
              true;
          default -> false;
        };
    if (!known) {
      return false;
    }
    Optional<StepPart> found = records.part(record, type.name());
    if (found.isPresent()) {
      note(records.name(record), type, found.get());
    }
    return true;
  }

  private void note(long name, StepType type, StepPart part) {
    switch (type) {
      case PRODUCT -> products.put(name, called(part));
      case PRODUCT_DEFINITION_FORMATION ->
          part.reference(2).ifPresent(product -> formations.put(name, product));
      case PRODUCT_DEFINITION ->
          part.reference(2).ifPresent(formation -> definitions.put(name, formation));
      case PRODUCT_DEFINITION_SHAPE ->
          part.reference(2).ifPresent(definition -> shapes.put(name, definition));
      default -> use(part);
    }
  }

  private static String called(StepPart product) {
    return product.text(1).isBlank() ? product.text(0) : product.text(1);
  }

  private void use(StepPart part) {
    Optional<Long> whole = part.reference(3);
    Optional<Long> piece = part.reference(4);
    if (whole.isPresent() && piece.isPresent()) {
      uses.computeIfAbsent(whole.get(), _ -> new LinkedHashMap<>())
          .merge(piece.get(), 1, Integer::sum);
      used.add(piece.get());
    }
  }

  /// Names of all products, those at the top of the assembly first.
  List<String> products() {
    Collection<String> names = new LinkedHashSet<>();
    for (long definition : tops()) {
      product(definition).ifPresent(names::add);
    }
    names.addAll(products.values());
    return List.copyOf(names);
  }

  /// The tree of components; what contains itself ends where it would begin again.
  List<CadFacts.Component> assembly() {
    listed = 0;
    List<CadFacts.Component> tree = new ArrayList<>();
    for (long top : tops()) {
      if (product(top).isPresent() && listed < CadFacts.MOST_COMPONENTS) {
        tree.add(component(top, 1, new HashSet<>()));
      }
    }
    return tree;
  }

  private CadFacts.Component component(long definition, int times, Set<Long> above) {
    listed++;
    List<CadFacts.Component> parts = new ArrayList<>();
    if (above.size() < DEEPEST && above.add(definition)) {
      for (Map.Entry<Long, Integer> use : uses.getOrDefault(definition, Map.of()).entrySet()) {
        if (listed < CadFacts.MOST_COMPONENTS && !above.contains(use.getKey())) {
          parts.add(component(use.getKey(), use.getValue(), above));
        }
      }
      above.remove(definition);
    }
    return new CadFacts.Component(product(definition).orElse("#" + definition), times, parts);
  }

  /// The definitions that are part of no other; all when each is.
  private List<Long> tops() {
    List<Long> tops =
        definitions.keySet().stream().filter(definition -> !used.contains(definition)).toList();
    return tops.isEmpty() ? List.copyOf(definitions.keySet()) : tops;
  }

  private Optional<String> product(long definition) {
    return Optional.ofNullable(definitions.get(definition))
        .flatMap(formation -> Optional.ofNullable(formations.get(formation)))
        .flatMap(product -> Optional.ofNullable(products.get(product)));
  }

  /// The name of the product whose shape a PRODUCT_DEFINITION_SHAPE is.
  Optional<String> ofShape(long shape) {
    return Optional.ofNullable(shapes.get(shape)).flatMap(this::product);
  }
}
