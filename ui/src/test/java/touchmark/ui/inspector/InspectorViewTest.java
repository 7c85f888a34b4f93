package touchmark.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Severity;
import touchmark.ledger.Rights;
import touchmark.ledger.model.DataType;
import touchmark.ui.cases.Cases;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class InspectorViewTest {
  @Test
  void thousandsOfFindingsOfOneKindAreFolded() {
    Screen screen =
        Screen.show(
            360,
            700,
            false,
            () -> {
              InspectorModel model =
                  new InspectorModel(
                      new Background(Runnable::run, Runnable::run, Runnable::run),
                      _ ->
                          new Standing(
                              Rights.Level.NOT_REGISTERED, Optional.empty(), "", List.of()),
                      _ -> {});
              InspectorView view = new InspectorView(model);
              model.show("dust.stl", dust(5_000));
              return view;
            });
    screen.robot().clickOn("#inspector-findings");
    assertThat(screen.robot().lookup(".row").<Node>queryAll()).hasSize(17);
    assertThat(screen.robot().lookup("and 4,984 more like these").tryQuery()).isPresent();
    screen.keep("inspector-thousands");
  }

  private static Inspection dust(int pieces) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      findings.add(
          new Finding(
              "FLIPPED_SHELL",
              Severity.CAUTION,
              "Piece " + i + " is turned inside out.",
              Optional.empty()));
    }
    return new Inspection(
        new OpenedFile(
            Path.of("dust.stl"),
            1_000,
            Cases.fingerprint("dust"),
            new Format("STL", DataType.GEOMETRY_3D),
            new ProductData.Unread(),
            List.of(),
            List.of()),
        Optional.empty(),
        Optional.empty(),
        findings);
  }
}
