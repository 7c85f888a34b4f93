package touchmark.ui.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Nodes of one kind in one layer, used again at each drawing, so that panning through a long story
/// makes no new ones.
final class Pool<N extends Node> {
  private final Pane layer;
  private final Supplier<N> maker;
  private final List<N> nodes = new ArrayList<>();
  private int used;

  Pool(Pane layer, Supplier<N> maker) {
    this.layer = layer;
    this.maker = maker;
  }

  /// Begins a new drawing.
  void begin() {
    used = 0;
  }

  /// A node to draw with.
  N next() {
    if (used == nodes.size()) {
      N made = maker.get();
      made.setManaged(false);
      nodes.add(made);
      layer.getChildren().add(made);
    }
    N node = nodes.get(used++);
    node.setVisible(true);
    return node;
  }

  /// Hides what this drawing did not need.
  void end() {
    for (int i = used; i < nodes.size(); i++) {
      nodes.get(i).setVisible(false);
    }
  }

  /// The nodes of the last drawing.
  List<N> inUse() {
    return List.copyOf(nodes.subList(0, used));
  }
}
