package touchmark.ui.verify;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import touchmark.app.inspect.Severity;
import touchmark.app.verify.State;
import touchmark.ui.control.Sign;

/// How a state looks: its sign, and the pseudo-class that carries its colours.
final class StateLook {
  private StateLook() {}

  static Sign sign(State state) {
    return switch (state) {
      case PASS -> Sign.PASS;
      case CAUTION -> Sign.CAUTION;
      case FAIL -> Sign.FAIL;
      case UNKNOWN -> Sign.UNKNOWN;
    };
  }

  static Optional<Sign> sign(Severity severity) {
    return switch (severity) {
      case NOTE -> Optional.empty();
      case CAUTION -> Optional.of(Sign.CAUTION);
      case FAIL -> Optional.of(Sign.FAIL);
    };
  }

  /// Exactly one of `:pass`, `:caution`, `:fail`, `:unknown`, `:checking`.
  static void apply(Node node, Sign sign) {
    for (Sign each : Sign.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == sign);
    }
  }
}
