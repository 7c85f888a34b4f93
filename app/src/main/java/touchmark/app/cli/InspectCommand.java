package touchmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.BuildVolume;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingGroup;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.InspectionOptions;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Severity;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.SignatureFindings;
import touchmark.app.signature.SignatureWords;
import touchmark.app.signature.Signatures;
import touchmark.app.signature.Trust;
import touchmark.app.verify.Ages;

@Command(
    name = "inspect",
    description = "Format, data type, units, geometry, findings. Asks no ledger, needs no home.")
final class InspectCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--strict", description = "exit 1 on a CAUTION finding, 2 on a FAIL finding")
  private boolean strict;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(
      names = "--min-wall",
      paramLabel = "MM",
      description = "also look for walls thinner than this; one line of most nozzles is 0.4")
  private @Nullable Double thinnestWall;

  @Option(
      names = "--self-intersection",
      description = "also look for facets that pass through others")
  private boolean selfIntersections;

  @Option(
      names = "--bed",
      paramLabel = "XxYxZ",
      description = "also say whether a model fits into a printer of this size, mm")
  private @Nullable String bed;

  private final TouchmarkCommand root;

  InspectCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    InspectionOptions options = options();
    List<Object> document = new ArrayList<>();
    ExitCode code = ExitCode.OK;
    Trust whom = trust.over(Trust.nobody(root.clock().instant()));
    for (Path file : files) {
      try (WorkProgress progress = root.progress("reading " + file.getFileName())) {
        Inspection inspection =
            new Inspector()
                .inspect(
                    new ProductFiles().open(InputFiles.check(file), progress), options, progress);
        List<FoundSignature> signatures = Signatures.of(inspection.file(), whom, progress);
        inspection = inspection.with(SignatureFindings.of(signatures));
        progress.wipe();
        print(inspection, signatures);
        document.add(Json.of(inspection, signatures));
        if (strict) {
          code = ExitCode.worse(code, judge(inspection));
        }
      } catch (Exception failed) {
        code = ExitCode.worse(code, root.reportInput(failed, file));
      }
    }
    root.printer().document(document);
    return code.number();
  }

  private InspectionOptions options() throws Problem {
    try {
      return new InspectionOptions(
          thinnestWall == null ? OptionalDouble.empty() : OptionalDouble.of(thinnestWall),
          selfIntersections,
          Optional.ofNullable(bed).map(BuildVolume::parse));
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, e.getMessage() + ".", e);
    }
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

  private void print(Inspection inspection, List<FoundSignature> signatures) {
    Printer printer = root.printer();
    printer.line(inspection.file().path().toString());
    Rows rows = rows(inspection);
    signatures.forEach(
        one -> rows.add("signature", one.state() + ": " + SignatureWords.headline(one)));
    printer.rows(rows);
    for (FindingGroup group : FindingGroup.of(inspection.findings())) {
      for (Finding finding : group.shown()) {
        printer.line("  " + sign(finding.severity()) + " " + finding.message());
      }
      if (group.more() > 0) {
        printer.line("  and " + counted(group.more(), "more like it", "more like these"));
      }
    }
  }

  private static Rows rows(Inspection inspection) {
    Rows rows = new Rows("  ");
    rows.add("fingerprint", inspection.file().fingerprint().hex());
    rows.add(
        "format", inspection.file().format().name() + ", " + inspection.file().format().dataType());
    rows.add("size", counted(inspection.file().size(), "byte", "bytes"));
    inspection.mesh().ifPresent(mesh -> describe(mesh, rows));
    inspection.toolpath().ifPresent(toolpath -> describe(toolpath, rows));
    ContentRows.add(inspection.file(), rows);
    if (!inspection.file().thumbnails().isEmpty()) {
      rows.add("thumbnails", Integer.toString(inspection.file().thumbnails().size()));
    }
    return rows;
  }

  private static String counted(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
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
        counted(mesh.triangles(), "triangle", "triangles")
            + ", "
            + counted(mesh.vertices(), "vertex", "vertices"));
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
        counted(toolpath.layers(), "layer", "layers")
            + ", "
            + counted(toolpath.moves(), "move", "moves")
            + String.format(Locale.ROOT, ", %.1f mm of filament", toolpath.extrusion()));
    toolpath.bounds().ifPresent(box -> rows.add("extent", extent(box, "mm")));
    toolpath.generator().ifPresent(generator -> rows.add("generator", generator));
    toolpath.estimatedTime().ifPresent(time -> rows.add("estimated", Ages.span(time)));
  }

  private static String extent(Box box, String unit) {
    return String.format(
        Locale.ROOT, "%.3f × %.3f × %.3f %s", box.sizeX(), box.sizeY(), box.sizeZ(), unit);
  }
}
