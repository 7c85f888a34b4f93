import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Measures beside peers and limits, in turn, in one run, and writes the page: `Bench.java ROOT
/// PAGE GROUP TRANSACTIONS`. Started by `mvn -Pbench verify` on the built tree; a group is `files`,
/// `window`, `ledger`, or `all`. The page keeps the groups that are not measured.
///
/// Every figure of a whole process is the median of [#RUNS] runs after one that is not counted;
/// ratios are of medians. A peer that is not on the PATH is printed as "not installed". The
/// ledger's figures come from `touchmark.ledger.bench.LedgerBench`, one process for each
/// measurement.
public final class Bench {
  private static final int RUNS = 3;
  private static final long FINGERPRINT_BYTES = 4L << 30;
  private static final int MILLION = 1_000_000;

  /// One run as the operating system saw it: seconds, seconds, KiB.
  private record Run(double wall, double cpu, double kilobytes) {}

  private record Row(String work, String program, double wall, double cpu, double megabytes) {}

  private final Path root;
  private final Path touchmark;
  private final Path work;
  private final StringBuilder page = new StringBuilder();

  private Bench(Path root, Path work) {
    this.root = root;
    this.touchmark = root.resolve("installer/target/touchmark/bin/touchmark");
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    Path page = Path.of(args[1]);
    Path work = Files.createTempDirectory("touchmark-bench");
    try {
      Bench bench = new Bench(root, work);
      String all = bench.measure(args[2], Long.parseLong(args[3]), readIfThere(page));
      Files.writeString(page, all);
      System.out.print(all);
    } finally {
      deleteTree(work);
    }
  }

  private static String readIfThere(Path page) throws IOException {
    return Files.exists(page) ? Files.readString(page) : "";
  }

  @FunctionalInterface
  private interface Group {
    void measure() throws IOException, InterruptedException;
  }

  private String measure(String wanted, long transactions, String before)
      throws IOException, InterruptedException {
    Map<String, Group> groups = new LinkedHashMap<>();
    groups.put(
        "files",
        () -> {
          fingerprint();
          inspect();
          toolpath();
          meshes();
          textMeshes();
        });
    groups.put("window", this::window);
    groups.put("ledger", () -> ledger(transactions));
    if (!wanted.equals("all") && !groups.containsKey(wanted)) {
      throw new IOException("no such group: " + wanted + "; there are all, " + groups.keySet());
    }
    StringBuilder all = new StringBuilder();
    all.append("# Performance\n\n")
        .append(
            "Written by `mvn -Pbench verify`; never typed by hand. `-Dbench=ledger` measures one")
        .append(
            " group and keeps the others. Whole processes, each in turn with its peer in the same")
        .append(" run: median of ")
        .append(RUNS)
        .append(" runs after one that is not counted. CPU is user plus system time.\n");
    for (Map.Entry<String, Group> group : groups.entrySet()) {
      String begin = "\n<!-- " + group.getKey() + " -->\n";
      String end = "<!-- end of " + group.getKey() + " -->\n";
      if (wanted.equals("all") || wanted.equals(group.getKey())) {
        page.setLength(0);
        line("");
        line(
            "Commit "
                + output("git", "rev-parse", "--short", "HEAD")
                + ", "
                + LocalDate.now(ZoneOffset.UTC)
                + ", on "
                + machine()
                + ".");
        group.getValue().measure();
        line("");
        all.append(begin).append(page).append(end);
      } else if (before.contains(begin) && before.contains(end)) {
        all.append(before, before.indexOf(begin), before.indexOf(end) + end.length());
      }
    }
    return all.toString();
  }

  private void ledger(long transactions) throws IOException, InterruptedException {
    long signed = Math.min(transactions, 100_000);
    line("");
    line("## The ledger");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Counts of this run: %,d signed transactions verified and appended, %,d indexed and"
                + " searched (`-Dbench.transactions=1000000` for the full count). Each table is one"
                + " process; the limit stands beside what it limits, measured in the same process.",
            signed,
            transactions));
    Path small = Files.createDirectory(work.resolve("signed"));
    Path appended = Files.createDirectory(work.resolve("appended"));
    Path large = Files.createDirectory(work.resolve("large"));
    measured("Verification", small, "verify", signed);
    measured("Durable append, heap 512 MB", appended, "append", signed, "-Xmx512m");
    measured("Segments", large, "make", transactions);
    measured("Index rebuild, heap 512 MB", large, "rebuild", transactions, "-Xmx512m");
    measured("First open, without a clean stop before it", large, "stop", transactions);
    measured("Open after a clean stop", large, "open", transactions);
    measured("Lookup", large, "lookup", transactions);
  }

  /// One measurement of the ledger in a Java of its own.
  private void measured(
      String title, Path directory, String what, long transactions, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            String.join(
                ":",
                root.resolve("ledger/target/test-classes").toString(),
                root.resolve("installer/target/touchmark/lib").toString() + "/*"),
            "touchmark.ledger.bench.LedgerBench",
            what,
            directory.toString(),
            Long.toString(transactions)));
    line("");
    line("### " + title);
    line("");
    line("| what | figure | bar | |");
    line("| --- | ---: | --- | --- |");
    printed(command);
  }

  /// Runs a measurement and makes rows of the lines that it prints.
  private void printed(List<String> command) throws IOException, InterruptedException {
    Path log = work.resolve("measured.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + Files.readString(log));
    }
    for (String row : Files.readAllLines(log)) {
      String[] fields = row.split("\t");
      if (fields[0].equals("figure")) {
        line("| " + fields[1] + " | " + fields[2] + " | | |");
      } else if (fields[0].equals("bar")) {
        line(
            "| "
                + fields[1]
                + " | **"
                + fields[2]
                + "** | "
                + fields[3]
                + " | "
                + (fields[4].equals("reached") ? "reached" : "NOT reached")
                + " |");
      }
    }
  }

  private void fingerprint() throws IOException, InterruptedException {
    line("");
    line("## Fingerprint of a 4 GB file, warm cache");
    Path file = work.resolve("four-gigabytes.bin");
    writeRandom(file, FINGERPRINT_BYTES);
    List<List<String>> commands = new ArrayList<>();
    commands.add(List.of(touchmark.toString(), "fingerprint", file.toString()));
    commands.add(List.of("openssl", "dgst", "-sha256", file.toString()));
    List<Row> rows = inTurn("fingerprint", commands);
    table(rows);
    if (rows.size() > 1) {
      ratio(
          "throughput beside `openssl dgst -sha256`",
          rows.get(1).wall / rows.get(0).wall,
          "at least 0.7",
          rows.get(1).wall / rows.get(0).wall >= 0.7);
    }
    Files.delete(file);
    Path a = work.resolve("a.bin");
    Path b = work.resolve("b.bin");
    writeRandom(a, 1L << 30);
    Files.copy(a, b);
    List<Row> both =
        inTurn(
            "two files of 1 GB at once, and one",
            List.of(
                List.of(touchmark.toString(), "fingerprint", a.toString(), b.toString()),
                List.of(touchmark.toString(), "fingerprint", a.toString())));
    line("");
    table(both);
    ratio(
        "wall time of two files beside one (1.0 when each has a core)",
        both.get(0).wall / both.get(1).wall,
        "nearer to 1 than to 2",
        both.get(0).wall / both.get(1).wall < 1.5);
    Files.delete(a);
    Files.delete(b);
  }

  private void inspect() throws IOException, InterruptedException {
    line("");
    line(
        "## Inspection of a binary STL of a million triangles: read, welded, shells, edges, voids");
    Path file = sphere(MILLION);
    List<Row> rows =
        inTurn(
            "inspect",
            List.of(
                List.of(touchmark.toString(), "inspect", file.toString()),
                List.of("admesh", file.toString()),
                List.of("prusa-slicer", "--info", file.toString())));
    table(rows);
    for (Row row : rows) {
      if (row.program.startsWith("admesh")) {
        ratio(
            "wall time beside `admesh` (which knows no voids)",
            rows.get(0).wall / row.wall,
            "at most 3.5",
            rows.get(0).wall / row.wall <= 3.5);
      }
      if (row.program.startsWith("prusa")) {
        ratio(
            "wall time beside `prusa-slicer --info`",
            rows.get(0).wall / row.wall,
            "at most 1.5",
            rows.get(0).wall / row.wall <= 1.5);
      }
    }
    ratio("peak memory, MB", rows.get(0).megabytes, "at most 300", rows.get(0).megabytes <= 300);
  }

  private void toolpath() throws IOException, InterruptedException {
    line("");
    line(
        "## Inspection of G-code of eleven million moves, some 300 MB: read, layers, gaps, limits");
    Path file = work.resolve("spirals.gcode");
    writeGcode(file, 1300, 8_500);
    List<Row> rows =
        inTurn(
            "G-code",
            List.of(
                List.of(touchmark.toString(), "inspect", file.toString()),
                List.of(touchmark.toString(), "fingerprint", file.toString())));
    table(rows);
    double cpu = rows.get(0).cpu;
    ratio("CPU seconds of the inspection", cpu, "at most 3", cpu <= 3);
    ratio("peak memory, MB", rows.get(0).megabytes, "at most 600", rows.get(0).megabytes <= 600);
    Files.delete(file);
  }

  /// Rings within each other, layer on layer, as a slicer writes them.
  private static void writeGcode(Path file, int layers, int moves) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      write(out, "; generated by Bench 1\nM104 S210\nG28\nG90\nM83\n");
      for (int layer = 1; layer <= layers; layer++) {
        write(
            out,
            String.format(
                Locale.ROOT,
                ";LAYER_CHANGE\nG1 Z%.2f F7800\n;TYPE:External perimeter\nG1 F1800\n",
                layer * 0.05));
        for (int move = 0; move < moves; move++) {
          double radius = 20 + 0.45 * (move / 500);
          double angle = move % 500 * Math.PI / 250 + layer * 0.01;
          long x = Math.round(1000 * (110 + radius * Math.cos(angle)));
          long y = Math.round(1000 * (110 + radius * Math.sin(angle)));
          write(out, "G1 X" + decimal(x) + " Y" + decimal(y) + " E.0" + (1000 + move % 500) + "\n");
        }
      }
      write(out, "M104 S0\nM84\n");
    }
  }

  private static String decimal(long thousandths) {
    return thousandths / 1000 + "." + String.valueOf(1000 + thousandths % 1000).substring(1);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void meshes() throws IOException, InterruptedException {
    line("");
    line("## A binary STL of five million triangles: read, welded, fingerprinted");
    Path large = sphere(5 * MILLION);
    List<Row> rows =
        inTurn(
            "read",
            List.of(
                meshBench("read", large),
                List.of("admesh", large.toString()),
                List.of("prusa-slicer", "--info", large.toString())));
    table(rows);
    for (Row row : rows.subList(1, rows.size())) {
      double most = row.program.startsWith("admesh") ? 0.6 : 0.35;
      double ratio = rows.get(0).wall / row.wall;
      ratio("wall time beside `" + row.program + "`", ratio, "at most " + most, ratio <= most);
    }
    ratio("peak memory, MB", rows.get(0).megabytes, "at most 450", rows.get(0).megabytes <= 450);
    Files.delete(large);
    line("");
    line("## Inspection and difference of a million triangles, each in a process of its own");
    line("");
    line("| what | figure | bar | |");
    line("| --- | ---: | --- | --- |");
    Path file = sphere(MILLION);
    Path other = sphere(MILLION + 10_000);
    printed(meshBench("inspect", file));
    printed(meshBench("cross", file));
    printed(meshBench("difference", file, other));
  }

  private void textMeshes() throws IOException, InterruptedException {
    BumpySphere sphere = new BumpySphere(MILLION / 2);
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("an ASCII STL", work.resolve("ascii.stl"));
    files.put("an OBJ", work.resolve("sphere.obj"));
    files.put("an ASCII PLY", work.resolve("sphere.ply"));
    files.put("a 3MF", work.resolve("sphere.3mf"));
    sphere.asciiStl(files.get("an ASCII STL"));
    sphere.obj(files.get("an OBJ"));
    sphere.ply(files.get("an ASCII PLY"));
    sphere.threeMf(files.get("a 3MF"));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      line("");
      line(
          String.format(
              Locale.ROOT,
              "## %s of %,d triangles: read, welded, fingerprinted",
              file.getKey().replaceFirst("^a", "A"),
              sphere.triangles()));
      List<Row> rows = inTurn("read", readers(file.getValue()));
      table(rows);
      for (Row row : rows.subList(1, rows.size())) {
        double ratio = rows.get(0).wall / row.wall;
        ratio("wall time beside `" + row.program + "`", ratio, "below 1", ratio < 1);
      }
      double most = rows.get(0).megabytes;
      ratio("peak memory, MB", most, "at most 400", most <= 400);
      Files.delete(file.getValue());
    }
  }

  /// PrusaSlicer reads no PLY.
  private List<List<String>> readers(Path file) {
    List<List<String>> commands = new ArrayList<>();
    commands.add(meshBench("read", file));
    commands.add(List.of("assimp", "info", file.toString()));
    if (!file.toString().endsWith(".ply")) {
      commands.add(List.of("prusa-slicer", "--info", file.toString()));
    }
    return commands;
  }

  /// A measurement of `touchmark.app.bench.MeshBench`.
  private List<String> meshBench(String what, Path... files) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                    ":",
                    root.resolve("app/target/test-classes").toString(),
                    root.resolve("installer/target/touchmark/lib").toString() + "/*"),
                "touchmark.app.bench.MeshBench",
                what));
    for (Path file : files) {
      command.add(file.toString());
    }
    return command;
  }

  private void window() throws IOException, InterruptedException {
    line("");
    line("## First picture of that STL in the window, on software GL");
    if (!onPath("xvfb-run")) {
      line("");
      line("xvfb-run: not installed.");
      return;
    }
    Path file = sphere(MILLION);
    String workstation =
        root.resolve("installer/target/touchmark/bin/touchmark-workstation").toString();
    List<String> start =
        List.of(
            "xvfb-run", "-a", "-s", "-screen 0 1280x800x24", workstation, "--measure", "window");
    List<String> picture =
        List.of(
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1280x800x24",
            workstation,
            "--measure",
            "picture",
            file.toString());
    time(
        List.of(
            touchmark.toString(),
            "init",
            "--org",
            "Bench",
            "--address",
            "street=a,town=b,country=c"));
    List<Row> rows = inTurn("window", List.of(picture, start));
    table(rows);
    double beyond = rows.get(0).cpu - rows.get(1).cpu;
    ratio("CPU seconds beyond the start of the empty window", beyond, "at most 3", beyond <= 3);
  }

  /// Runs each command in turn, [#RUNS] + 1 times, and keeps medians. Skips what is not installed.
  private List<Row> inTurn(String what, List<List<String>> commands)
      throws IOException, InterruptedException {
    List<List<String>> present = new ArrayList<>();
    for (List<String> command : commands) {
      if (onPath(command.get(0))) {
        present.add(command);
      } else {
        line("");
        line(command.get(0) + ": not installed.");
      }
    }
    List<List<Run>> runs = new ArrayList<>();
    present.forEach(command -> runs.add(new ArrayList<>()));
    for (int i = 0; i <= RUNS; i++) {
      for (int c = 0; c < present.size(); c++) {
        Run run = time(present.get(c));
        if (i > 0) {
          runs.get(c).add(run);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < present.size(); c++) {
      rows.add(
          new Row(
              what,
              shown(present.get(c)),
              median(runs.get(c), Run::wall),
              median(runs.get(c), Run::cpu),
              median(runs.get(c), Run::kilobytes) / 1024));
    }
    return rows;
  }

  private Run time(List<String> command) throws IOException, InterruptedException {
    Path figures = work.resolve("time.txt");
    List<String> timed =
        new ArrayList<>(List.of("/usr/bin/time", "-o", figures.toString(), "-f", "%e %U %S %M"));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("output.txt").toFile());
    builder.environment().put("TOUCHMARK_HOME", work.resolve("home").toString());
    builder.environment().put("TOUCHMARK_PASSWORD", "for the benchmark only");
    builder
        .environment()
        .put("HOME", Files.createDirectories(work.resolve("user/.config")).getParent().toString());
    int status = builder.start().waitFor();
    String[] lines = Files.readString(figures).strip().split("\n");
    if (status != 0) {
      throw new IOException(
          command + " ended with " + status + ": " + Files.readString(work.resolve("output.txt")));
    }
    String[] words = lines[lines.length - 1].split(" ");
    return new Run(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]) + Double.parseDouble(words[2]),
        Double.parseDouble(words[3]));
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private void table(List<Row> rows) {
    line("");
    line("| program | wall s | CPU s | peak MB |");
    line("| --- | ---: | ---: | ---: |");
    rows.forEach(
        row ->
            line(
                String.format(
                    Locale.ROOT,
                    "| `%s` | %.2f | %.2f | %.0f |",
                    row.program,
                    row.wall,
                    row.cpu,
                    row.megabytes)));
  }

  private void ratio(String what, double value, String bar, boolean reached) {
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%s %s: **%.2f** (%s)",
            reached ? "Reached:" : "NOT reached:",
            what,
            value,
            bar));
  }

  private String shown(List<String> command) {
    List<String> words = new ArrayList<>();
    for (String word : command) {
      words.add(word.startsWith("/") ? Path.of(word).getFileName().toString() : word);
    }
    return String.join(" ", words);
  }

  private static boolean onPath(String program) {
    if (program.startsWith("/")) {
      return Files.isExecutable(Path.of(program));
    }
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void writeRandom(Path file, long bytes) throws IOException {
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < bytes; written += block.length) {
        random.nextBytes(block);
        out.write(block);
      }
    }
  }

  /// A bumpy sphere as binary STL: no two facets alike, as in a real scan.
  private Path sphere(int triangles) throws IOException {
    Path file = work.resolve("sphere-" + triangles + ".stl");
    if (!Files.exists(file)) {
      new BumpySphere(triangles).binaryStl(file);
    }
    return file;
  }

  private String machine() throws IOException {
    String cpu = "an unknown processor";
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name")) {
        cpu = line.substring(line.indexOf(':') + 2);
        break;
      }
    }
    return cpu
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, Linux "
        + System.getProperty("os.version")
        + ", Java "
        + Runtime.version();
  }

  private String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).directory(root.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
