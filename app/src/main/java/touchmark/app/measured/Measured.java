package touchmark.app.measured;

import java.util.List;
import java.util.Optional;

/// What was measured or is to be measured.
public sealed interface Measured {
  /// Characteristics of products, planned or measured.
  ///
  /// @param products the names of the parts, as the file has them
  /// @param features how many features of the parts the file describes
  /// @param characteristics in the order of the file; without a value where only planned
  record Results(List<String> products, int features, List<Characteristic> characteristics)
      implements Measured {
    public Results {
      products = List.copyOf(products);
      characteristics = List.copyOf(characteristics);
    }
  }

  /// A table with a header.
  ///
  /// @param title what stands above it, for example the mean error of a bed's height map
  /// @param columns names of the columns
  /// @param rows one for each line, as many cells as columns
  record Table(Optional<String> title, List<String> columns, List<List<String>> rows)
      implements Measured {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Heights of a printer's bed over a grid.
  ///
  /// @param title what stands above it
  /// @param heights mm, row by row from the least Y; NaN where nothing was probed
  record HeightMap(
      Optional<String> title,
      double minX,
      double minY,
      double stepX,
      double stepY,
      List<List<Double>> heights)
      implements Measured {
    public HeightMap {
      heights = heights.stream().map(List::copyOf).toList();
    }
  }
}
