package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;
import touchmark.app.usecase.Party;

/// Makes the flows that open beside or over the preview, a new one each time.
public interface Sheets {
  /// A flow that is open.
  ///
  /// @param region what is seen of it
  /// @param onGone lets go of what it holds; run once when it is taken away, whoever asked for that
  record Open(Region region, Runnable onGone) {}

  /// @param close to be run when the flow is done or given up
  Open claim(List<Path> files, Party party, Runnable close);

  /// @param close to be run when the flow is done or given up
  Open share(List<Sheet.Asset> assets, Party party, Runnable close);

  /// @param close to be run when the flow is done or given up
  Open verify(List<Path> files, Party party, Runnable close);
}
