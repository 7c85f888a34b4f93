package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import touchmark.ledger.model.Fingerprint;

/// Which flow is open, over or beside the preview.
public sealed interface Sheet {
  /// A file to share, by its bytes.
  ///
  /// @param title for people
  record Asset(Fingerprint fingerprint, String title) {}

  /// None: the inspector and the provenance are seen.
  record Closed() implements Sheet {}

  /// Beside the preview.
  record Claim(List<Path> files) implements Sheet {
    public Claim {
      files = List.copyOf(files);
    }
  }

  /// Beside the preview.
  record Share(List<Asset> assets) implements Sheet {
    public Share {
      assets = List.copyOf(assets);
    }
  }

  /// Over the whole window.
  record Verify(List<Path> files) implements Sheet {
    public Verify {
      files = List.copyOf(files);
    }
  }
}
