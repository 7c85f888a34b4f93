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
/// @param unit of length, as the file says
/// @param entities how many instances there are
/// @param solids how many boundary-represented solids
/// @param faces how many of their faces
/// @param withoutShape why there is no shape to show; empty when there is one
public record CadFacts(
    String schema,
    String system,
    String author,
    String written,
    List<String> products,
    String unit,
    int entities,
    int solids,
    int faces,
    Optional<String> withoutShape) {
  public CadFacts {
    products = List.copyOf(products);
  }
}
