package touchmark.app.difference;

import java.util.List;
import java.util.Optional;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Inspection;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Compares two inspected files of one kind, or settings with what was made with some.
public final class Comparer {
  /// What changed from one file to the other; empty when they cannot be compared (other kinds).
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public Optional<Difference> compare(Inspection from, Inspection to, Progress progress) {
    if (from.file().fingerprint().equals(to.file().fingerprint())) {
      return Optional.of(new Difference(true, List.of("the same bytes")));
    }
    return switch (from.file().data()) {
      case ProductData.Sliced before when to.file().data() instanceof ProductData.Sliced after ->
          Optional.of(ToolpathComparison.compare(before, after, progress));
      case ProductData.Layered before when to.file().data() instanceof ProductData.Layered after ->
          Optional.of(SlicesComparison.compare(before.slices(), after.slices(), progress));
      case ProductData.Model before when to.file().data() instanceof ProductData.Model after ->
          meshes(before.mesh(), from, after.mesh(), to, progress);
      case ProductData.Cad before when to.file().data() instanceof ProductData.Cad after ->
          Optional.of(
              CadComparison.compare(
                  before.facts(),
                  after.facts(),
                  before
                      .shape()
                      .flatMap(
                          mesh ->
                              after
                                  .shape()
                                  .flatMap(other -> meshes(mesh, from, other, to, progress)))));
      case ProductData.Configured before
          when to.file().data() instanceof ProductData.Configured after ->
          Optional.of(SettingsComparison.compare(before.settings(), after.settings()));
      case ProductData.Results before when to.file().data() instanceof ProductData.Results after ->
          Optional.of(MeasuredComparison.compare(before.measured(), after.measured()));
      case ProductData.Model _,
          ProductData.Sliced _,
          ProductData.Layered _,
          ProductData.Cad _,
          ProductData.Configured _,
          ProductData.Results _,
          ProductData.Unread _ ->
          settings(from, to);
    };
  }

  private static Optional<Difference> meshes(
      Mesh before, Inspection from, Mesh after, Inspection to, Progress progress) {
    return from.mesh()
        .flatMap(
            facts ->
                to.mesh()
                    .map(
                        other ->
                            new MeshComparison(before, facts, after, other).compare(progress)));
  }

  /// A file of settings against what was made with some, either way.
  private static Optional<Difference> settings(Inspection from, Inspection to) {
    boolean one =
        from.file().data() instanceof ProductData.Configured
            || to.file().data() instanceof ProductData.Configured;
    return one
        ? from.file()
            .settings()
            .flatMap(
                before ->
                    to.file().settings().map(after -> SettingsComparison.common(before, after)))
        : Optional.empty();
  }
}
