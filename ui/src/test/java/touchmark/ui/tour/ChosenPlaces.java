package touchmark.ui.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.ui.Places;

/// Answers for the person whom the system's dialogs would ask: everything goes into one folder.
record ChosenPlaces(Path into) implements Places {
  @Override
  public Optional<Path> picture() {
    return Optional.of(into.resolve("provenance.svg"));
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(into);
  }

  @Override
  public Optional<List<Path>> packages(List<String> names) {
    return Optional.of(names.stream().map(into::resolve).toList());
  }
}
