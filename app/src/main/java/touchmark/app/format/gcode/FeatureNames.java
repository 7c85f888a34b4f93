package touchmark.app.format.gcode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import touchmark.app.toolpath.Feature;

/// What slicers call the things they print, in any case, with blanks, hyphens or underscores.
final class FeatureNames {
  private static final Map<String, Feature> NAMES = new HashMap<>();

  static {
    name(
        Feature.OUTER_WALL,
        // PrusaSlicer, Slic3r
        "external perimeter",
        "overhang perimeter",
        // Orca, Bambu
        "outer wall",
        "overhang wall",
        // Cura, ideaMaker
        "wall outer",
        // Simplify3D
        "outer perimeter",
        "external single extrusion");
    name(
        Feature.INNER_WALL,
        "perimeter",
        "internal perimeter",
        "inner wall",
        "wall inner",
        "inner perimeter",
        "internal single extrusion");
    name(
        Feature.INFILL,
        "internal infill",
        "infill",
        "sparse infill",
        "fill",
        "gap fill",
        "gap infill");
    name(
        Feature.SOLID_INFILL,
        "solid infill",
        "internal solid infill",
        "bottom surface",
        "bridge infill",
        "bridge",
        "internal bridge",
        "internal bridge infill",
        "skin",
        "solid fill",
        "solid layer");
    name(Feature.TOP_SURFACE, "top solid infill", "top surface", "ironing");
    name(
        Feature.SUPPORT,
        "support material",
        "support material interface",
        "support",
        "support interface",
        "support transition",
        "dense support",
        "raft");
    name(Feature.SKIRT, "skirt", "brim", "skirt/brim", "ooze shield");
    name(Feature.OTHER, "custom", "wipe tower", "prime tower", "prime pillar");
  }

  private FeatureNames() {}

  private static void name(Feature feature, String... names) {
    for (String name : names) {
      NAMES.put(name, feature);
    }
  }

  /// A feature by its slicer's name; empty when nobody calls anything so.
  static Optional<Feature> find(String name) {
    if (name.length() > 40) {
      return Optional.empty();
    }
    String plain = name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return Optional.ofNullable(NAMES.get(plain));
  }
}
