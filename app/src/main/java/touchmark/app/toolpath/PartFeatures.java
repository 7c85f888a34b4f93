package touchmark.app.toolpath;

/// Which features belong to the part itself.
public final class PartFeatures {
  private PartFeatures() {}

  /// Walls, infill and surfaces; not skirt, support, priming or travel.
  public static boolean contain(Feature feature) {
    return switch (feature) {
      case OUTER_WALL, INNER_WALL, INFILL, SOLID_INFILL, TOP_SURFACE -> true;
      case TRAVEL, SUPPORT, SKIRT, OTHER -> false;
    };
  }

  /// Walls alone.
  public static boolean isWall(Feature feature) {
    return switch (feature) {
      case OUTER_WALL, INNER_WALL -> true;
      case INFILL, SOLID_INFILL, TOP_SURFACE, TRAVEL, SUPPORT, SKIRT, OTHER -> false;
    };
  }
}
