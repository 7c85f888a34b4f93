package touchmark.app.format.step;

import java.util.List;

/// The header of an exchange structure [ISO 10303-21 8.2].
///
/// @param written FILE_NAME's time stamp
/// @param preprocessor the translator that wrote it
/// @param system from which it comes
record StepHeader(
    List<String> schemas,
    String written,
    List<String> authors,
    List<String> organizations,
    String preprocessor,
    String system) {
  static final StepHeader EMPTY = new StepHeader(List.of(), "", List.of(), List.of(), "", "");

  StepHeader {
    schemas = List.copyOf(schemas);
    authors = List.copyOf(authors);
    organizations = List.copyOf(organizations);
  }

  StepHeader withName(StepPart name) {
    return new StepHeader(
        schemas, name.text(1), name.texts(2), name.texts(3), name.text(4), name.text(5));
  }

  StepHeader withSchemas(List<String> names) {
    return new StepHeader(names, written, authors, organizations, preprocessor, system);
  }
}
