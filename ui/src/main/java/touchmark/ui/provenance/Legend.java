package touchmark.ui.provenance;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import touchmark.app.timeline.EventKind;
import touchmark.ui.provenance.Drawing.Tone;
import touchmark.ui.support.Messages;

/// What the lines and the two signs of trouble mean. Style class: `legend`.
final class Legend extends HBox {
  private static final double LINE = 24;

  Legend(Messages words) {
    getStyleClass().add("legend");
    getChildren()
        .addAll(
            entry(way(Tone.FINAL), words.text("legend.final")),
            entry(way(Tone.PROVISIONAL), words.text("legend.provisional")),
            entry(shape(EventKind.REFUSED, Tone.REFUSED), words.text("legend.refused")),
            entry(shape(EventKind.BREACH, Tone.BREACH), words.text("legend.breach")));
    setMinWidth(USE_PREF_SIZE);
  }

  private static HBox entry(Pane sign, String word) {
    Label label = new Label(word);
    label.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(sign, label);
    box.getStyleClass().add("legend-entry");
    return box;
  }

  private static Pane way(Tone tone) {
    Line line = new Line(0, 0, LINE, 0);
    line.getStyleClass().add("way");
    StackPane pane = new StackPane(line);
    pane.getStyleClass().add("arrow");
    ToneClasses.apply(pane, tone, false);
    return pane;
  }

  private static Pane shape(EventKind kind, Tone tone) {
    MarkNode node = new MarkNode();
    node.showSign(kind, tone);
    StackPane pane = new StackPane(node);
    pane.getStyleClass().add("legend-sign");
    return pane;
  }
}
