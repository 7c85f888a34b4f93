package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.OpenedFile;

/// What there is to know about a file without asking the ledger.
public record Inspection(
    OpenedFile file,
    Optional<MeshFacts> mesh,
    Optional<ToolpathFacts> toolpath,
    List<Finding> findings) {
  public Inspection {
    findings = List.copyOf(findings);
  }

  /// The same with findings of others.
  public Inspection with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Inspection(file, mesh, toolpath, all);
  }
}
