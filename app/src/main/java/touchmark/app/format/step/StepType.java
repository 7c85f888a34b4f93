package touchmark.app.format.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types of instances whose text is kept, because something is read from it. Of all others only
/// the name is.
enum StepType {
  PRODUCT,
  PRODUCT_DEFINITION_FORMATION("PRODUCT_DEFINITION_FORMATION_WITH_SPECIFIED_SOURCE"),
  PRODUCT_DEFINITION("PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS"),
  PRODUCT_DEFINITION_SHAPE,
  NEXT_ASSEMBLY_USAGE_OCCURRENCE,
  SHAPE_DEFINITION_REPRESENTATION,
  SHAPE_REPRESENTATION_RELATIONSHIP,
  REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION,
  ITEM_DEFINED_TRANSFORMATION,
  MAPPED_ITEM,
  REPRESENTATION_MAP,
  SHAPE_REPRESENTATION(
      "TESSELLATED_SHAPE_REPRESENTATION",
      "TESSELLATED_SHAPE_REPRESENTATION_WITH_ACCURACY_PARAMETERS",
      "ADVANCED_BREP_SHAPE_REPRESENTATION",
      "FACETED_BREP_SHAPE_REPRESENTATION",
      "MANIFOLD_SURFACE_SHAPE_REPRESENTATION"),
  AXIS2_PLACEMENT_3D,
  CARTESIAN_POINT,
  DIRECTION,
  GLOBAL_UNIT_ASSIGNED_CONTEXT,
  LENGTH_UNIT,
  LENGTH_MEASURE_WITH_UNIT("MEASURE_WITH_UNIT"),
  COORDINATES_LIST,
  TRIANGULATED_FACE,
  COMPLEX_TRIANGULATED_FACE,
  TRIANGULATED_SURFACE_SET,
  COMPLEX_TRIANGULATED_SURFACE_SET,
  TESSELLATED_SOLID("TESSELLATED_SHELL", "TESSELLATED_GEOMETRIC_SET"),
  REPOSITIONED_TESSELLATED_ITEM;

  private static final StepType[] ALL = values();
  private static final Map<String, StepType> BY_KEYWORD = new HashMap<>();

  static {
    for (StepType type : ALL) {
      BY_KEYWORD.put(type.name(), type);
      for (String kin : type.kin) {
        BY_KEYWORD.put(kin, type);
      }
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> kin;

  /// @param kin types with the same parameters, at least as far as they are read
  StepType(String... kin) {
    this.kin = List.of(kin);
  }

  /// The type that a keyword names, if it is one of these.
  static Optional<StepType> of(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /// Its place in a byte, for long lists.
  @SuppressWarnings("EnumOrdinal") // never kept
  byte number() {
    return (byte) ordinal();
  }

  static StepType of(byte number) {
    return ALL[number];
  }
}
