package touchmark.ui.preview;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.AnchorPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.render.Bed;
import touchmark.app.render.Scene;
import touchmark.app.render.Subject;
import touchmark.app.toolpath.Toolpath;
import touchmark.ui.support.Messages;

/// What lies over the picture: buttons, layers or section, legend, axes, plate.
final class PreviewOverlays extends AnchorPane {
  private static final double GAP = 12;
  private static final double UNDER_BAR = 60;
  private static final double OVER_FOOTER = 44;
  private static final double BESIDE_RAIL = 88;

  private final PreviewModel model;
  private final Messages words;
  private final ViewBar bar;
  private final AxisTriad triad = new AxisTriad();
  private final Label footer = new Label();
  private final Label height = new Label();
  private final Slider section = new Slider();
  private final Label most = new Label();
  private final RangeSlider layers;
  private final VBox rail;
  private final Legend legend;

  PreviewOverlays(PreviewModel model, Gestures gestures, Messages words) {
    this.model = model;
    this.words = words;
    bar = new ViewBar(model, gestures, words);
    layers = new RangeSlider(words);
    legend = new Legend(model, words);
    rail = rail();
    setPickOnBounds(false);
    height.getStyleClass().addAll("floating", "height");
    footer.getStyleClass().addAll("footer", "text-second");
    footer.setMouseTransparent(true);
    getChildren().addAll(footer, triad, legend, rail, height, bar);
    place();

    model.cameraProperty().subscribe(triad::show);
    model.showingProperty().subscribe(this::arrange);
    model.sceneProperty().subscribe(this::describe);
    model.cutProperty().subscribe(_ -> arrange(model.showingProperty().get()));
  }

  private VBox rail() {
    section.setOrientation(Orientation.VERTICAL);
    section.setAccessibleText(words.text("section.height"));
    section.valueProperty().bindBidirectional(model.cutHeightProperty());
    section.managedProperty().bind(section.visibleProperty());
    layers.lowProperty().bindBidirectional(model.lowestLayerProperty());
    layers.highProperty().bindBidirectional(model.highestLayerProperty());
    layers.managedProperty().bind(layers.visibleProperty());
    most.getStyleClass().add("text-second");
    StackPane sliders = new StackPane(section, layers);
    VBox.setVgrow(sliders, Priority.ALWAYS);
    VBox column = new VBox(most, sliders);
    column.getStyleClass().addAll("floating", "rail");
    return column;
  }

  private void place() {
    setTopAnchor(bar, GAP);
    setLeftAnchor(bar, GAP);
    setTopAnchor(legend, UNDER_BAR);
    setLeftAnchor(legend, GAP);
    setBottomAnchor(triad, GAP);
    setLeftAnchor(triad, GAP);
    setBottomAnchor(footer, GAP);
    setRightAnchor(footer, GAP);
    setBottomAnchor(height, OVER_FOOTER);
    setRightAnchor(height, BESIDE_RAIL);
    setTopAnchor(rail, GAP);
    setRightAnchor(rail, GAP);
    setBottomAnchor(rail, OVER_FOOTER);
  }

  private void arrange(Showing showing) {
    boolean model3d = showing == Showing.MODEL;
    boolean sliced = showing == Showing.TOOLPATH;
    boolean cutting = model3d && model.cutProperty().get();
    show(bar, model3d || sliced);
    show(triad, model3d || sliced);
    show(footer, model3d || sliced);
    show(legend, sliced);
    show(rail, sliced || cutting);
    show(height, sliced || cutting);
    show(layers, sliced);
    show(section, cutting);
    model
        .bounds()
        .filter(_ -> cutting)
        .ifPresent(
            box -> {
              section.setMin(box.minZ());
              section.setMax(box.maxZ());
              most.setText(words.text("length", box.maxZ()));
            });
    model
        .toolpath()
        .filter(_ -> sliced)
        .ifPresent(
            toolpath -> {
              layers.lastProperty().set(toolpath.layers() - 1);
              most.setText(words.text("number", toolpath.layers()));
              legend.show(toolpath);
            });
  }

  private void describe(Optional<Scene> scene) {
    footer.setText(scene.flatMap(this::plate).orElse(""));
    height.setText(
        scene
            .map(
                drawn ->
                    switch (drawn.subject()) {
                      case Subject.Solid solid -> sectionText(solid);
                      case Subject.Sliced sliced -> layerText(sliced);
                    })
            .orElse(""));
  }

  private String sectionText(Subject.Solid solid) {
    return solid.section().isEmpty()
        ? ""
        : words.text("section.at", solid.section().getAsDouble(), solid.mesh().unit().symbol());
  }

  private String layerText(Subject.Sliced sliced) {
    Toolpath toolpath = sliced.toolpath();
    int last = sliced.layers().last();
    return words.text(
        "layers", sliced.layers().first() + 1, last + 1, toolpath.layers(), toolpath.layerZ(last));
  }

  private Optional<String> plate(Scene scene) {
    double millimetres =
        switch (scene.subject()) {
          case Subject.Solid solid -> solid.mesh().unit().millimetres();
          case Subject.Sliced _ -> LengthUnit.MILLIMETRE.millimetres();
        };
    return scene.bed().map(bed -> plate(bed, millimetres));
  }

  private String plate(Bed bed, double millimetres) {
    return words.text(
        "plate.size",
        bed.step() * millimetres,
        bed.width() * millimetres,
        bed.depth() * millimetres);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
  }
}
