package touchmark.app.format.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// An instance of one type with its parameters, or that part of a complex instance. A parameter
/// that is missing or of another kind is absent: the schema is not checked.
record StepPart(String keyword, List<StepValue> parameters) {
  StepPart {
    parameters = List.copyOf(parameters);
  }

  private StepValue at(int index) {
    return index >= 0 && index < parameters.size() ? parameters.get(index) : StepValue.ABSENT;
  }

  /// A string, without blanks around; empty when there is none.
  String text(int index) {
    return at(index) instanceof StepValue.Text(String text) ? text.strip() : "";
  }

  /// The strings of a list.
  List<String> texts(int index) {
    return items(index)
        .flatMap(item -> item instanceof StepValue.Text(String text) ? Stream.of(text) : null)
        .toList();
  }

  /// The instance that a parameter names.
  Optional<Long> reference(int index) {
    return at(index) instanceof StepValue.Reference(long name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The instances that a list names.
  List<Long> references(int index) {
    return items(index)
        .flatMap(item -> item instanceof StepValue.Reference(long name) ? Stream.of(name) : null)
        .toList();
  }

  /// A number, also with its type.
  OptionalDouble number(int index) {
    StepValue value = at(index);
    if (value instanceof StepValue.Typed(String _, List<StepValue> values) && values.size() == 1) {
      value = values.getFirst();
    }
    return value instanceof StepValue.Real(double number)
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  /// The numbers of a list.
  double[] numbers(int index) {
    return items(index)
        .flatMap(item -> item instanceof StepValue.Real(double number) ? Stream.of(number) : null)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /// An enumeration value; empty when there is none.
  String word(int index) {
    return at(index) instanceof StepValue.Word(String word) ? word : "";
  }

  private Stream<StepValue> items(int index) {
    return at(index) instanceof StepValue.Items(List<StepValue> items)
        ? items.stream()
        : Stream.empty();
  }
}
