package touchmark.ui.verify;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.ui.control.CopyButton;
import touchmark.ui.control.ShortHash;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.Proof.Paper;

/// The transactions that a check rests on, side by side.
final class ProofCard extends VBox {
  private final Messages words;
  private final DateTimeFormatter moment;
  private final Button close = new Button();

  ProofCard(Proof proof, Messages words, ZoneId zone, Runnable onClose) {
    this.words = words;
    moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM).withZone(zone);
    getStyleClass().add("proof");
    Label title = new Label(words.text("proof.title", words.text("axis", proof.check().axis())));
    title.getStyleClass().add("text-strong");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    close.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    close.setAccessibleText(words.text("proof.close"));
    close.getStyleClass().add("quiet-button");
    close.setOnAction(_ -> onClose.run());
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("proof-head");
    Label message = new Label(proof.check().message());
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    GridPane papers = new GridPane();
    papers.getStyleClass().add("papers");
    for (int i = 0; i < proof.papers().size(); i++) {
      papers.add(paper(proof.papers().get(i)), i % 2, i / 2);
    }
    ScrollPane scroll = new ScrollPane(papers);
    scroll.prefViewportHeightProperty().bind(papers.heightProperty());
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("bare-scroll");
    getChildren().addAll(head, message, scroll);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /// Takes the keyboard.
  void focus() {
    close.requestFocus();
  }

  private Node paper(Paper paper) {
    Label deed = new Label(words.text("deed." + paper.deed().name(), paper.who(), paper.other()));
    deed.setWrapText(true);
    deed.setMinHeight(USE_PREF_SIZE);
    deed.getStyleClass().add("text-strong");
    GridPane facts = new GridPane();
    facts.getStyleClass().add("paper-facts");
    row(facts, "proof.when", new Label(moment.format(paper.at())));
    Label block =
        new Label(
            words.text(
                paper.isFinal() ? "proof.final" : "proof.provisional",
                Long.toString(paper.block())));
    block.setGraphic(
        new StateSign(paper.isFinal() ? Sign.PASS : Sign.PROVISIONAL, block.getText()));
    row(facts, "proof.state", block);
    if (!paper.file().isEmpty()) {
      row(facts, "proof.file", hash(paper.file(), "proof.copy.file"));
    }
    row(facts, "proof.transaction", hash(paper.txId(), "proof.copy.transaction"));
    VBox box = new VBox(deed, facts);
    box.getStyleClass().add("paper");
    return box;
  }

  private HBox hash(String hex, String copyKey) {
    Label label = new Label(ShortHash.of(hex));
    label.getStyleClass().add("text-mono");
    label.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(label, new CopyButton(hex, words.text(copyKey)));
    box.getStyleClass().add("hash");
    return box;
  }

  private void row(GridPane grid, String key, Node value) {
    Label name = new Label(words.text(key));
    name.getStyleClass().add("text-quiet");
    name.setMinWidth(USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), name, value);
  }
}
