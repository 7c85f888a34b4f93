package touchmark.app.render;

import touchmark.app.toolpath.Feature;

/// The colours of a picture, 0xAARRGGBB.
///
/// @param top of the background, which fades to `bottom`
/// @param part a model that states no colour of its own
/// @param cut the material where a section cuts it
/// @param edge thin lines where a surface breaks
/// @param plate the printer's bed
/// @param fine grid lines
/// @param strong every fifth grid line, and the rim of the plate
/// @param shadow the patch under the part
public record Palette(
    int top,
    int bottom,
    int part,
    int cut,
    int edge,
    int plate,
    int fine,
    int strong,
    int shadow,
    int accent,
    int good,
    int careful,
    int bad) {
  /// On paper and in a bright window.
  public static final Palette LIGHT =
      new Palette(
          0xffffffff,
          0xffe6e9ed,
          0xffaab6c5,
          0xff6f9bd1,
          0xff2a3542,
          0xffeff1f4,
          0xffdde2e7,
          0xffc3cad2,
          0xff414b56,
          0xff0969da,
          0xff1a7f37,
          0xffe08a00,
          0xffcf222e);

  /// In a dark window. The plate stays darker than the part.
  public static final Palette DARK =
      new Palette(
          0xff0d1117,
          0xff161b22,
          0xff8a9bae,
          0xff3b6fb0,
          0xff10161e,
          0xff161b21,
          0xff21272f,
          0xff343b44,
          0xff000000,
          0xff58a6ff,
          0xff3fb950,
          0xffe3a02c,
          0xfff85149);

  /// The same colours on nothing, for pictures that are laid over something else.
  public Palette cutOut() {
    return new Palette(
        0, 0, part, cut, edge, plate, fine, strong, shadow, accent, good, careful, bad);
  }

  /// The colour of a tone.
  public int colour(Tone tone) {
    return switch (tone) {
      case ACCENT -> accent;
      case GOOD -> good;
      case CAREFUL -> careful;
      case BAD -> bad;
    };
  }

  /// The colour of a feature of a toolpath, the same on light and dark grounds. Chosen to stay
  /// apart for colour-blind readers; the name always stands beside it.
  public int colour(Feature feature) {
    return switch (feature) {
      case OUTER_WALL -> 0xffd55e00;
      case INNER_WALL -> 0xffe6a700;
      case INFILL -> 0xff0072b2;
      case TOP_SURFACE -> 0xffcc79a7;
      case SOLID_INFILL -> 0xff9a6fb0;
      case SUPPORT -> 0xff009e73;
      case SKIRT -> 0xff6e7781;
      case TRAVEL -> 0xff9aa4af;
      case OTHER -> 0xff56b4e9;
    };
  }
}
