package touchmark.ui.workbench;

import javafx.scene.layout.Region;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;

/// Draws the file that is shown, in the middle of the workbench.
public interface Viewer {
  /// The node to put there.
  Region region();

  void show(Inspection inspection);

  void clear();

  /// Marks a finding and turns to it.
  void highlight(Finding finding);
}
