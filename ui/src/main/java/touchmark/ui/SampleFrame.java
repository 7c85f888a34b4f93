package touchmark.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import touchmark.ui.support.Messages;

/// The workbench under a striped banner: nothing in this home counts.
final class SampleFrame extends BorderPane {
  private final Parent page;

  /// @param onLeave ends the look around; absent when the home was opened as any other
  SampleFrame(Parent page, Messages words, Optional<Runnable> onLeave) {
    this.page = page;
    setTop(banner(words, onLeave));
    setCenter(page);
  }

  @Override
  public void requestFocus() {
    page.requestFocus();
  }

  private static Node banner(Messages words, Optional<Runnable> onLeave) {
    Label says = new Label(words.text("sample.banner"), new FontIcon(MaterialDesignT.TEST_TUBE));
    says.setId("sample-banner");
    says.getStyleClass().addAll("text-strong", "plate");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox banner = new HBox(says, space);
    banner.getStyleClass().add("sample-banner");
    onLeave.ifPresent(
        leave -> {
          Button out =
              new Button(words.text("sample.leave"), new FontIcon(MaterialDesignE.EXIT_TO_APP));
          out.setId("sample-leave");
          out.setMinWidth(Region.USE_PREF_SIZE);
          out.setOnAction(_ -> leave.run());
          banner.getChildren().add(out);
        });
    return banner;
  }
}
