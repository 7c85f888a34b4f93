package touchmark.app.difference;

import java.util.List;
import java.util.Optional;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.Progress;

/// Compares two inspected files of the same data type.
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
          from.mesh()
              .flatMap(
                  facts ->
                      to.mesh()
                          .map(
                              other ->
                                  new MeshComparison(before.mesh(), facts, after.mesh(), other)
                                      .compare(progress)));
      case ProductData.Model _,
          ProductData.Sliced _,
          ProductData.Layered _,
          ProductData.Cad _,
          ProductData.Configured _,
          ProductData.Results _,
          ProductData.Unread _ ->
          Optional.empty();
    };
  }
}
