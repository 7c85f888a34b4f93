package touchmark.ui.provenance;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Text;

/// Measures words in the type that the style sheet gives to `mark-text` and `mark-second`.
final class MeasuredText implements TextWidth {
  private final Text strong = new Text();
  private final Text plain = new Text();
  private final Map<String, Double> strongWidths = new HashMap<>();
  private final Map<String, Double> plainWidths = new HashMap<>();

  MeasuredText() {
    strong.getStyleClass().add("mark-text");
    plain.getStyleClass().add("mark-second");
    for (Text text : new Text[] {strong, plain}) {
      text.setManaged(false);
      text.setVisible(false);
    }
    strong.fontProperty().subscribe(_ -> strongWidths.clear());
    plain.fontProperty().subscribe(_ -> plainWidths.clear());
  }

  /// To be put into the scene, unseen.
  Text[] probes() {
    return new Text[] {strong, plain};
  }

  @Override
  public double of(String text, boolean isStrong) {
    Text probe = isStrong ? strong : plain;
    return (isStrong ? strongWidths : plainWidths)
        .computeIfAbsent(
            text,
            words -> {
              probe.setText(words);
              return Math.ceil(probe.getLayoutBounds().getWidth());
            });
  }
}
