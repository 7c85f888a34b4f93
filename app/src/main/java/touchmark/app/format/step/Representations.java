package touchmark.app.format.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the representations of shapes lie in each other [ISO 10303-43; CAx-IF Recommended
/// Practices for External References and Assembly Structure]. Those that are said to be related
/// without a transformation lie in one space.
final class Representations {
  private static final int MOST = 1_000_000;

  /// A representation.
  ///
  /// @param items what it consists of
  /// @param context with its units
  record Representation(String name, List<Long> items, Optional<Long> context) {
    Representation {
      items = List.copyOf(items);
    }
  }

  /// A representation in another.
  record Use(long child, Pose pose) {}

  private final StepFile file;
  private final Units units;
  private final Map<Long, Representation> all = new LinkedHashMap<>();
  private final Map<Long, List<Use>> uses = new HashMap<>();
  private final Map<Long, List<Long>> alike = new HashMap<>();

  /// Filled when asked for: one list for all of a space.
  private final Map<Long, List<Long>> spaces = new HashMap<>();

  private final Set<Long> placed = new HashSet<>();
  private final Map<Long, Long> shapes = new HashMap<>();
  private int relations;

  Representations(StepFile file, Units units) throws Cursor.Unfit {
    this.file = file;
    this.units = units;
    Records records = file.records();
    for (int record = 0; record < records.count(); record++) {
      if (records.type(record) == StepType.SHAPE_REPRESENTATION) {
        represent(record);
      }
    }
    for (int record = 0; record < records.count(); record++) {
      relate(record);
    }
    for (Map.Entry<Long, Representation> one : List.copyOf(all.entrySet())) {
      for (long item : one.getValue().items()) {
        map(one.getKey(), item);
      }
    }
  }

  Map<Long, Representation> all() {
    return all;
  }

  List<Use> uses(long representation) {
    return uses.getOrDefault(representation, List.of());
  }

  /// A representation and all that lie in the same space, in the order in which they are found.
  List<Long> space(long representation) {
    List<Long> known = spaces.get(representation);
    if (known != null) {
      return known;
    }
    List<Long> space = new ArrayList<>(List.of(representation));
    spaces.put(representation, space);
    for (int i = 0; i < space.size(); i++) {
      for (long other : alike.getOrDefault(space.get(i), List.of())) {
        if (spaces.putIfAbsent(other, space) == null) {
          space.add(other);
        }
      }
    }
    return space;
  }

  /// Whether it lies in another.
  boolean isPlaced(long representation) {
    return placed.contains(representation);
  }

  /// The PRODUCT_DEFINITION_SHAPE that a representation shows.
  Optional<Long> shape(long representation) {
    return Optional.ofNullable(shapes.get(representation));
  }

  /// Millimetres in a unit of a representation's coordinates.
  StepUnit unit(long representation) throws Cursor.Unfit {
    Representation known = all.get(representation);
    if (known != null && known.context().isPresent()) {
      Optional<StepUnit> unit = units.ofContext(known.context().get());
      if (unit.isPresent()) {
        return unit.get();
      }
    }
    return new StepUnit("mm", 1);
  }

  private void represent(int record) throws Cursor.Unfit {
    Optional<StepPart> part = file.records().part(record, "REPRESENTATION");
    if (part.isPresent()) {
      StepPart found = part.get();
      all.put(
          file.records().name(record),
          new Representation(found.text(0), found.references(1), found.reference(2)));
    }
    if (all.size() > MOST) {
      throw new Cursor.Unfit("at most " + MOST + " representations", "more");
    }
  }

  private void relate(int record) throws Cursor.Unfit {
    Records records = file.records();
    switch (records.type(record)) {
      case SHAPE_DEFINITION_REPRESENTATION -> {
        Optional<StepPart> part = records.part(record, "SHAPE_DEFINITION_REPRESENTATION");
        if (part.isPresent() && part.get().reference(1).isPresent()) {
          long representation = part.get().reference(1).get();
          related();
          part.get().reference(0).ifPresent(shape -> shapes.put(representation, shape));
        }
      }
      case SHAPE_REPRESENTATION_RELATIONSHIP -> {
        Optional<StepPart> part = records.part(record, "REPRESENTATION_RELATIONSHIP");
        if (part.isPresent()) {
          join(part.get().reference(2), part.get().reference(3));
        }
      }
      case REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION -> transform(record);
      default -> {
        // says nothing of places
      }
    }
  }

  private void related() throws Cursor.Unfit {
    relations++;
    if (relations > MOST) {
      throw new Cursor.Unfit("at most " + MOST + " relations of representations", "more");
    }
  }

  private void join(Optional<Long> one, Optional<Long> other) throws Cursor.Unfit {
    if (one.isPresent() && other.isPresent()) {
      related();
      alike.computeIfAbsent(one.get(), _ -> new ArrayList<>()).add(other.get());
      alike.computeIfAbsent(other.get(), _ -> new ArrayList<>()).add(one.get());
    }
  }

  private void transform(int record) throws Cursor.Unfit {
    Records records = file.records();
    Optional<StepPart> relation = records.part(record, "REPRESENTATION_RELATIONSHIP");
    Optional<StepPart> how =
        records.part(record, "REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION");
    if (relation.isEmpty() || how.isEmpty()) {
      return;
    }
    Optional<Long> child = relation.get().reference(2);
    Optional<Long> parent = relation.get().reference(3);
    Optional<StepPart> operator =
        part(
            how.get().reference(how.get().parameters().size() - 1),
            StepType.ITEM_DEFINED_TRANSFORMATION);
    if (child.isPresent() && parent.isPresent() && operator.isPresent()) {
      Pose from = pose(operator.get().reference(2), unit(child.get()));
      Pose to = pose(operator.get().reference(3), unit(parent.get()));
      use(parent.get(), child.get(), from.inverse().in(to));
    }
  }

  /// MAPPED_ITEM: another representation, its origin moved to a place here.
  private void map(long representation, long item) throws Cursor.Unfit {
    Optional<StepPart> mapped = part(Optional.of(item), StepType.MAPPED_ITEM);
    if (mapped.isEmpty()) {
      return;
    }
    Optional<StepPart> map = part(mapped.get().reference(1), StepType.REPRESENTATION_MAP);
    if (map.isPresent() && map.get().reference(1).isPresent()) {
      long child = map.get().reference(1).get();
      Pose from = pose(map.get().reference(0), unit(child));
      Pose to = pose(mapped.get().reference(2), unit(representation));
      use(representation, child, from.inverse().in(to));
    }
  }

  private void use(long parent, long child, Pose pose) throws Cursor.Unfit {
    related();
    uses.computeIfAbsent(parent, _ -> new ArrayList<>()).add(new Use(child, pose));
    placed.add(child);
  }

  /// An AXIS2_PLACEMENT_3D, in mm.
  Pose pose(Optional<Long> name, StepUnit unit) throws Cursor.Unfit {
    Optional<StepPart> placement = part(name, StepType.AXIS2_PLACEMENT_3D);
    if (placement.isEmpty()) {
      return Pose.IDENTITY;
    }
    double[] origin = triple(placement.get().reference(1), StepType.CARTESIAN_POINT);
    for (int axis = 0; axis < 3; axis++) {
      origin[axis] *= unit.millimetres();
    }
    return Pose.of(
        origin,
        triple(placement.get().reference(2), StepType.DIRECTION),
        triple(placement.get().reference(3), StepType.DIRECTION));
  }

  /// Three numbers; zeros where there are none.
  private double[] triple(Optional<Long> name, StepType type) throws Cursor.Unfit {
    Optional<StepPart> part = part(name, type);
    double[] triple = new double[3];
    if (part.isPresent()) {
      double[] numbers = part.get().numbers(1);
      System.arraycopy(numbers, 0, triple, 0, Math.min(3, numbers.length));
    }
    return triple;
  }

  private Optional<StepPart> part(Optional<Long> name, StepType type) throws Cursor.Unfit {
    int record = name.isEmpty() ? InstanceNames.UNDEFINED : file.names().record(name.get());
    return record < 0 || file.records().type(record) != type
        ? Optional.empty()
        : file.records().part(record, type.name());
  }
}
