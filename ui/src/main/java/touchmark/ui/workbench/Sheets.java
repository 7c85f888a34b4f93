package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;
import touchmark.app.usecase.Party;

/// Makes the flows that open beside or over the preview, a new one each time.
public interface Sheets {
  /// @param close to be run when the flow is done or given up
  Region claim(List<Path> files, Party party, Runnable close);

  /// @param close to be run when the flow is done or given up
  Region share(List<Sheet.Asset> assets, Party party, Runnable close);

  /// @param close to be run when the flow is done or given up
  Region verify(List<Path> files, Party party, Runnable close);
}
