package touchmark.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import touchmark.app.difference.Comparer;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.InspectionOptions;
import touchmark.app.inspect.Inspector;
import touchmark.ledger.Progress;

/// One measurement of meshes in a process of its own: `read FILE`, `inspect FILE`, `cross FILE`
/// (with self-intersections) or `difference FILE FILE`. Prints `figure` and `bar` lines for the
/// page, as the ledger's benchmark does.
public final class MeshBench {
  private static final double NANOSECONDS = 1e9;
  private static final double INSPECTION_BAR = 1.5;
  private static final double CROSSING_BAR = 4;
  private static final double DIFFERENCE_BAR = 3;

  private MeshBench() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "read" -> read(arguments[1]);
      case "inspect" -> inspect(arguments[1], InspectionOptions.STANDARD, "voids", INSPECTION_BAR);
      case "cross" ->
          inspect(
              arguments[1],
              new InspectionOptions(OptionalDouble.empty(), true, Optional.empty()),
              "voids and self-intersections",
              CROSSING_BAR);
      case "difference" -> difference(arguments[1], arguments[2]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static OpenedFile read(String file) throws Exception {
    double before = cpu();
    OpenedFile opened = new ProductFiles().open(Path.of(file), Progress.SILENT);
    if (opened.data() instanceof ProductData.Model model) {
      figure(
          String.format(
              Locale.ROOT,
              "read, %,d triangles, %,d vertices, CPU s",
              model.mesh().triangleCount(),
              model.mesh().vertexCount()),
          cpu() - before);
    }
    return opened;
  }

  private static Inspection inspect(String file, InspectionOptions options, String what, double bar)
      throws Exception {
    double before = cpu();
    Inspection inspection = new Inspector().inspect(read(file), options, Progress.SILENT);
    bar("read and inspected with " + what + ", CPU s", cpu() - before, bar);
    return inspection;
  }

  private static void difference(String from, String to) throws Exception {
    Inspection before = new Inspector().inspect(read(from), Progress.SILENT);
    Inspection after = new Inspector().inspect(read(to), Progress.SILENT);
    double start = cpu();
    int lines = new Comparer().compare(before, after, Progress.SILENT).orElseThrow().lines().size();
    bar("difference of the two, " + lines + " sentences, CPU s", cpu() - start, DIFFERENCE_BAR);
  }

  /// CPU seconds of this process so far, the compiler's among them.
  private static double cpu() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / NANOSECONDS;
  }

  private static void figure(String what, double value) {
    System.out.printf(Locale.ROOT, "figure\t%s\t%.2f%n", what, value);
  }

  private static void bar(String what, double value, double most) {
    System.out.printf(
        Locale.ROOT,
        "bar\t%s\t%.2f\tat most %.1f\t%s%n",
        what,
        value,
        most,
        value <= most ? "reached" : "missed");
  }
}
