package touchmark.ui.preview;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;
import touchmark.ui.support.Messages;

/// The features of a toolpath with their colours and names; a tick hides and shows one.
final class Legend extends VBox {
  private static final List<Feature> ORDER =
      List.of(
          Feature.OUTER_WALL,
          Feature.INNER_WALL,
          Feature.INFILL,
          Feature.TOP_SURFACE,
          Feature.SOLID_INFILL,
          Feature.SUPPORT,
          Feature.SKIRT,
          Feature.OTHER,
          Feature.TRAVEL);

  /// Of a large toolpath only so many moves are looked at, evenly spread.
  private static final int LOOKED_AT = 200_000;

  private final PreviewModel model;
  private final Messages words;

  Legend(PreviewModel model, Messages words) {
    this.model = model;
    this.words = words;
    getStyleClass().addAll("floating", "legend");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /// Lists the features that a toolpath has.
  void show(Toolpath toolpath) {
    Set<Feature> present = EnumSet.noneOf(Feature.class);
    int step = Math.max(1, toolpath.moves() / LOOKED_AT);
    for (int move = 0; move < toolpath.moves(); move += step) {
      present.add(toolpath.feature(move));
    }
    getChildren().setAll(ORDER.stream().filter(present::contains).map(this::row).toList());
  }

  private CheckBox row(Feature feature) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", feature.name().toLowerCase(java.util.Locale.ROOT));
    CheckBox row = new CheckBox(words.text("feature", feature));
    row.setGraphic(swatch);
    row.setSelected(!model.hidden().contains(feature));
    row.selectedProperty()
        .subscribe(
            shown -> {
              if (shown) {
                model.hidden().remove(feature);
              } else {
                model.hidden().add(feature);
              }
            });
    SetChangeListener<Feature> back = _ -> row.setSelected(!model.hidden().contains(feature));
    model.hidden().addListener(new javafx.collections.WeakSetChangeListener<>(back));
    row.getProperties().put(SetChangeListener.class, back);
    return row;
  }
}
