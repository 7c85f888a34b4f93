package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.List;

/// Which flow is open, over or beside the preview.
public sealed interface Sheet {
  /// None: the inspector and the provenance are seen.
  record Closed() implements Sheet {}

  /// Beside the preview.
  record Claim(List<Path> files) implements Sheet {
    public Claim {
      files = List.copyOf(files);
    }
  }

  /// Beside the preview.
  record Share(List<Path> files) implements Sheet {
    public Share {
      files = List.copyOf(files);
    }
  }

  /// Over the whole window.
  record Verify(List<Path> files) implements Sheet {
    public Verify {
      files = List.copyOf(files);
    }
  }
}
