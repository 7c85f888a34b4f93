package touchmark.app.format;

import java.util.List;
import java.util.Optional;

/// What a CAD exchange file says of itself.
///
/// @param schema for example `AUTOMOTIVE_DESIGN`
/// @param system the program that wrote it, as its header says
/// @param author as its header says; may be blank
/// @param written when, as its header says
/// @param products names, those at the top of the assembly first
/// @param assembly the products at the top, with what they are assembled from; at most
///   [#MOST_COMPONENTS] in all
/// @param unit of length, as the file says; empty when it does not say, several are set apart by
///   commas
/// @param entities how many instances there are
/// @param solids how many boundary-represented solids
/// @param faces how many of their faces
/// @param voids how many cavities the solids themselves state
/// @param signatures how many signature sections the file has
/// @param flaws what is wrong with the instances' names
/// @param shapeBy the program that made the shape out of boundaries; empty when the file has it, or
///   there is none
/// @param withoutShape why there is no shape to show; empty when there is one
public record CadFacts(
    String schema,
    String system,
    String author,
    String written,
    List<String> products,
    List<Component> assembly,
    String unit,
    int entities,
    int solids,
    int faces,
    int voids,
    int signatures,
    Flaws flaws,
    Optional<String> shapeBy,
    Optional<String> withoutShape) {
  /// Most components of the tree that are listed.
  public static final int MOST_COMPONENTS = 10_000;

  public CadFacts {
    products = List.copyOf(products);
    assembly = List.copyOf(assembly);
  }

  /// A product in its place in the assembly.
  ///
  /// @param times how often it is used there, one after the other
  public record Component(String product, int times, List<Component> parts) {
    public Component {
      parts = List.copyOf(parts);
    }
  }

  /// What is wrong with the instances' names.
  ///
  /// @param dangling how many names are referred to and not defined
  /// @param danglingFirst the first few of these, for example `#12`
  /// @param duplicates how many definitions there are of names that were defined before
  /// @param duplicatesFirst the first few of these
  public record Flaws(
      int dangling, List<String> danglingFirst, int duplicates, List<String> duplicatesFirst) {
    public Flaws {
      danglingFirst = List.copyOf(danglingFirst);
      duplicatesFirst = List.copyOf(duplicatesFirst);
    }
  }
}
