package touchmark.ui.provenance;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import touchmark.ui.provenance.Drawing.Tone;

/// Tones as the pseudo-classes `:final`, `:provisional`, `:refused`, `:breach`, `:selected`.
final class ToneClasses {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private ToneClasses() {}

  static void apply(Node node, Tone tone, boolean selected) {
    for (Tone each : Tone.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
    }
    node.pseudoClassStateChanged(SELECTED, selected || tone == Tone.SELECTED);
  }
}
