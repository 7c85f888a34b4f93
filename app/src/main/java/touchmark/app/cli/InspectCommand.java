package touchmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Severity;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;

@Command(
    name = "inspect",
    description = "Format, data type, units, geometry, findings. Asks no ledger, needs no home.")
final class InspectCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--strict", description = "exit 1 on a CAUTION finding, 2 on a FAIL finding")
  private boolean strict;

  private final TouchmarkCommand root;

  InspectCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    List<Object> document = new ArrayList<>();
    ExitCode code = ExitCode.OK;
    for (Path file : files) {
      try (WorkProgress progress = root.progress("reading " + file.getFileName())) {
        Inspection inspection =
            new Inspector()
                .inspect(new ProductFiles().open(InputFiles.check(file), progress), progress);
        progress.wipe();
        root.printer().text(text(inspection));
        document.add(Json.of(inspection));
        if (strict) {
          code = ExitCode.worse(code, judge(inspection));
        }
      } catch (Exception failed) {
        code = ExitCode.worse(code, root.reportInput(failed));
      }
    }
    root.printer().document(document);
    return code.number();
  }

  private static ExitCode judge(Inspection inspection) {
    ExitCode code = ExitCode.OK;
    for (Finding finding : inspection.findings()) {
      code =
          ExitCode.worse(
              code,
              switch (finding.severity()) {
                case NOTE -> ExitCode.OK;
                case CAUTION -> ExitCode.CAUTION;
                case FAIL -> ExitCode.FAIL;
              });
    }
    return code;
  }

  private static String text(Inspection inspection) {
    Rows rows = new Rows("  ");
    rows.add("fingerprint", inspection.file().fingerprint().hex());
    rows.add(
        "format", inspection.file().format().name() + ", " + inspection.file().format().dataType());
    rows.add("size", String.format(Locale.ROOT, "%,d bytes", inspection.file().size()));
    inspection.mesh().ifPresent(mesh -> describe(mesh, rows));
    inspection.toolpath().ifPresent(toolpath -> describe(toolpath, rows));
    if (!inspection.file().thumbnails().isEmpty()) {
      rows.add("thumbnails", Integer.toString(inspection.file().thumbnails().size()));
    }
    StringBuilder text = new StringBuilder(inspection.file().path() + "\n").append(rows);
    for (Finding finding : inspection.findings()) {
      text.append("  ").append(sign(finding.severity())).append(' ').append(finding.message());
      text.append('\n');
    }
    return text.toString();
  }

  private static String sign(Severity severity) {
    return switch (severity) {
      case NOTE -> "note:";
      case CAUTION -> "CAUTION:";
      case FAIL -> "FAIL:";
    };
  }

  private static void describe(MeshFacts mesh, Rows rows) {
    String unit = mesh.unit().symbol();
    rows.add(
        "mesh",
        String.format(
            Locale.ROOT, "%,d triangles, %,d vertices", mesh.triangles(), mesh.vertices()));
    mesh.bounds().ifPresent(box -> rows.add("extent", extent(box, unit)));
    rows.add(
        "volume",
        String.format(
            Locale.ROOT, "%.3f %s³, area %.3f %s²", mesh.volume(), unit, mesh.area(), unit));
    rows.add(
        "shells",
        String.format(
            Locale.ROOT,
            "%d, open edges %d, non-manifold edges %d, internal voids %d",
            mesh.shells(),
            mesh.openEdges(),
            mesh.nonManifoldEdges(),
            mesh.internalVoids().size()));
  }

  private static void describe(ToolpathFacts toolpath, Rows rows) {
    rows.add(
        "toolpath",
        String.format(
            Locale.ROOT,
            "%,d layers, %,d moves, %.1f mm of filament",
            toolpath.layers(),
            toolpath.moves(),
            toolpath.extrusion()));
    toolpath.bounds().ifPresent(box -> rows.add("extent", extent(box, "mm")));
    toolpath.generator().ifPresent(generator -> rows.add("generator", generator));
    toolpath.estimatedTime().ifPresent(time -> rows.add("estimated", Ages.words(time)));
  }

  private static String extent(Box box, String unit) {
    return String.format(
        Locale.ROOT, "%.3f × %.3f × %.3f %s", box.sizeX(), box.sizeY(), box.sizeZ(), unit);
  }
}
