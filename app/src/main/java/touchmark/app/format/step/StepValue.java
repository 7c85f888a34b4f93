package touchmark.app.format.step;

import java.util.List;

/// One parameter of an instance [ISO 10303-21 6.4].
sealed interface StepValue {
  /// A string, decoded.
  record Text(String text) implements StepValue {}

  /// `#123`.
  record Reference(long name) implements StepValue {}

  /// An integer or a real.
  record Real(double value) implements StepValue {}

  /// An enumeration or a logical, without its points.
  record Word(String word) implements StepValue {}

  /// A list.
  record Items(List<StepValue> items) implements StepValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// `LENGTH_MEASURE(25.4)`.
  record Typed(String keyword, List<StepValue> values) implements StepValue {
    public Typed {
      values = List.copyOf(values);
    }
  }

  /// `$`, `*`, a binary or a value that stands elsewhere: nothing that is used here.
  record Absent() implements StepValue {}

  /// The one of its kind.
  StepValue ABSENT = new Absent();
}
