import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes one part of docs/reliability.md and keeps the other: `Reliability.java soak ROOT PAGE`
/// after the long tests, from what they counted; `Reliability.java fuzz ROOT PAGE SECONDS [JOBS]`
/// runs Jazzer on each target first, on so many at a time.
public final class Reliability {
  private static final List<String> PARTS = List.of("soak", "fuzz");

  /// A class with `fuzzerTestOneInput`, and the module whose tests hold it.
  private record Target(String module, String className) {
    String name() {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }

  // Whoever adds a reader of foreign bytes (such as invitations) adds its target here.
  private static final List<Target> TARGETS =
      List.of(
          new Target("ledger", "touchmark.ledger.fuzz.PayloadFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.GenesisFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.EnvelopeFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.BlockFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.SegmentFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.ExportedChainFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.ReceiptFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.CheckpointFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.PolicyFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.ProposalFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.CertificateFuzz"),
          new Target("ledger", "touchmark.ledger.fuzz.CompanyPathFuzz"),
          new Target("app", "touchmark.app.format.stl.StlFuzz"),
          new Target("app", "touchmark.app.format.obj.ObjFuzz"),
          new Target("app", "touchmark.app.format.ply.PlyFuzz"),
          new Target("app", "touchmark.app.format.threemf.ThreeMfFuzz"),
          new Target("app", "touchmark.app.format.amf.AmfFuzz"),
          new Target("app", "touchmark.app.delivery.PackageFuzz"),
          new Target("app", "touchmark.app.format.gcode.GcodeFuzz"),
          new Target("app", "touchmark.app.format.bgcode.BgcodeFuzz"),
          new Target("app", "touchmark.app.format.layerfile.LayerFileFuzz"),
          new Target("app", "touchmark.app.format.archive.SlicedArchiveFuzz"),
          new Target("app", "touchmark.app.format.gzip.GzipFuzz"),
          new Target("app", "touchmark.app.format.step.StepFuzz"),
          new Target("app", "touchmark.app.format.settings.SettingsFuzz"),
          new Target("app", "touchmark.app.format.qif.MeasuredFuzz"),
          new Target("app", "touchmark.app.signature.SignatureFuzz"));

  // What writes the specimens of a module's targets.
  private static final List<Target> SPECIMENS =
      List.of(
          new Target("ledger", "touchmark.ledger.fuzz.Targets"),
          new Target("app", "touchmark.app.format.MeshSpecimens"),
          new Target("app", "touchmark.app.delivery.PackageFuzz"),
          new Target("app", "touchmark.app.format.gcode.GcodeFuzz"),
          new Target("app", "touchmark.app.format.bgcode.BgcodeFuzz"),
          new Target("app", "touchmark.app.format.layerfile.LayerFileFuzz"),
          new Target("app", "touchmark.app.format.archive.SlicedArchiveFuzz"),
          new Target("app", "touchmark.app.format.gzip.GzipFuzz"),
          new Target("app", "touchmark.app.format.step.StepFuzz"),
          new Target("app", "touchmark.app.format.settings.SettingsFuzz"),
          new Target("app", "touchmark.app.format.qif.MeasuredFuzz"),
          new Target("app", "touchmark.app.signature.SignatureFuzz"));

  private final Path root;
  private final StringBuilder part = new StringBuilder();

  private Reliability(Path root) {
    this.root = root;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Reliability page = new Reliability(Path.of(args[1]).toAbsolutePath().normalize());
    page.heading();
    boolean good =
        switch (args[0]) {
          case "soak" -> page.soak();
          case "fuzz" ->
              page.fuzz(Integer.parseInt(args[3]), args.length > 4 ? Integer.parseInt(args[4]) : 1);
          default -> throw new IOException("soak or fuzz is expected, not " + args[0]);
        };
    page.write(Path.of(args[2]), args[0]);
    if (!good) {
      System.err.println("Something was found, or nothing was counted; see " + args[2] + ".");
      System.exit(1);
    }
  }

  private void heading() throws IOException {
    line("");
    line(
        "Commit "
            + output("git", "rev-parse", "--short", "HEAD")
            + (output("git", "status", "--porcelain", "--untracked-files=no").isEmpty()
                ? ""
                : " and changes that are not committed")
            + ", "
            + LocalDate.now(ZoneOffset.UTC)
            + ".");
    line("");
  }

  private boolean soak() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String module : List.of("ledger", "app")) {
      Path counted = root.resolve(module).resolve("target/counted");
      if (Files.isDirectory(counted)) {
        try (Stream<Path> files = Files.list(counted)) {
          for (Path file : files.sorted().toList()) {
            rows.addAll(Files.readAllLines(file));
          }
        }
      }
    }
    line("| what was done | times | what came of it |");
    line("| --- | ---: | --- |");
    rows.forEach(row -> line("| " + String.join(" | ", row.split("\t")) + " |"));
    return !rows.isEmpty();
  }

  private boolean fuzz(int seconds, int jobs) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("touchmark-fuzz");
    try {
      for (Target specimens : SPECIMENS) {
        Path log = work.resolve("specimens.txt");
        if (java(log, specimens, work, List.of(specimens.className(), work.toString())) != 0) {
          throw new IOException("no specimens: " + Files.readString(log));
        }
      }
      line(
          "Jazzer (coverage-guided), each target in a process of its own, "
              + (jobs == 1 ? "one" : jobs)
              + " at a time, from real specimens.");
      line("");
      line("| reader | seconds | inputs | findings |");
      line("| --- | ---: | ---: | --- |");
      boolean good = true;
      for (Fuzzed fuzzed : fuzzed(work, seconds, jobs)) {
        line(fuzzed.row());
        good &= fuzzed.good();
      }
      return good;
    } finally {
      deleteTree(work);
    }
  }

  /// What came of a target.
  private record Fuzzed(String row, boolean good) {}

  /// All targets in order, some at a time.
  private List<Fuzzed> fuzzed(Path work, int seconds, int jobs)
      throws IOException, InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      List<Fuzzed> all = new ArrayList<>();
      for (Future<Fuzzed> done :
          pool.invokeAll(
              TARGETS.stream()
                  .map(target -> (Callable<Fuzzed>) () -> fuzz(target, work, seconds))
                  .toList())) {
        all.add(done.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException("a target could not be run", e);
    }
  }

  private Fuzzed fuzz(Target target, Path work, int seconds)
      throws IOException, InterruptedException {
    Path log = work.resolve(target.name() + ".txt");
    Path found = Files.createDirectories(work.resolve("found-" + target.name()));
    int status =
        java(
            log,
            target,
            work,
            List.of(
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=touchmark.**:com.fasterxml.jackson.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + seconds,
                "-max_len=65536",
                "-print_final_stats=1",
                work.resolve(target.name()).toString()));
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    Matcher done = Pattern.compile("stat::number_of_executed_units:\\s*([0-9]+)").matcher(said);
    boolean counted = done.find();
    String inputs = counted ? String.format("%,d", Long.parseLong(done.group(1))) : "?";
    boolean good = status == 0 && counted;
    System.out.println(target.name() + ": " + inputs + (good ? ", none" : "\n" + said));
    return new Fuzzed(
        "| %s | %d | %s | %s |"
            .formatted(target.name(), seconds, inputs, good ? "none" : "FOUND: " + first(said)),
        good);
  }

  private static String first(String said) {
    return said.lines()
        .filter(line -> line.contains("== Java Exception") || line.contains("ERROR"))
        .findFirst()
        .orElse("it did not run");
  }

  private int java(Path log, Target target, Path work, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> classPath = new ArrayList<>();
    for (String module : List.of("app", "ledger")) {
      if (module.equals("ledger") || target.module().equals("app")) {
        classPath.add(root.resolve(module).resolve("target/classes").toString());
        classPath.add(root.resolve(module).resolve("target/test-classes").toString());
      }
    }
    classPath.add(root.resolve("installer/target/touchmark/lib") + "/*");
    classPath.add(root.resolve("installer/target/jazzer") + "/*");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(":", classPath)));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  private void write(Path page, String name) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "";
    StringBuilder all = new StringBuilder();
    all.append("# Reliability\n\n")
        .append("Written by `mvn -Psoak verify` and `mvn -Pfuzz verify`; never typed by hand.")
        .append(" Every other build runs a tenth of the counts, and seconds of the fuzzing.\n");
    for (String each : PARTS) {
      String begin = "\n## " + (each.equals("soak") ? "Broken on purpose" : "Hostile bytes") + "\n";
      String end = "<!-- end of " + each + " -->\n";
      if (each.equals(name)) {
        all.append(begin).append(part).append(end);
      } else if (before.contains(begin) && before.contains(end)) {
        all.append(before, before.indexOf(begin), before.indexOf(end) + end.length());
      }
    }
    Files.writeString(page, all.toString());
  }

  private void line(String text) {
    part.append(text).append('\n');
  }

  private String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).directory(root.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
