import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Shows that green means something: breaks the product in one known way at a time, in a copy of
/// the tree, and demands that the tests notice. `Mutations.java ROOT all|sample [PAGE]`.
///
/// A mutation is a file in installer/mutations: `says`, `file`, `module`, `tests` on lines of their
/// own, then the exact text to find between `---find` and `---replace`, and its replacement up to
/// `---end`. The text must occur exactly once, or the mutation itself is out of date and that is an
/// error too. A mutant that does not compile is an error as well: it would prove nothing.
public final class Mutations {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private record Mutation(
      String name, String says, Path file, String module, String tests, String find, String to) {}

  private record Result(Mutation mutation, String outcome, boolean good, long seconds) {}

  private Mutations() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    List<Mutation> mutations = read(root.resolve("installer/mutations"));
    requireApplicable(root, mutations);
    if (args[1].equals("sample")) {
      // another one for each commit, the same one for the same commit
      int which =
          Math.floorMod(output(root, "git", "rev-parse", "HEAD").hashCode(), mutations.size());
      mutations = List.of(mutations.get(which));
    }
    Path copy = Files.createTempDirectory("touchmark-mutant");
    List<Result> results = new ArrayList<>();
    try {
      copyTree(root, copy);
      for (Mutation mutation : mutations) {
        Result result = run(copy, mutation);
        System.out.printf("%-40s %s (%d s)%n", mutation.name, result.outcome, result.seconds);
        results.add(result);
      }
    } finally {
      deleteTree(copy);
    }
    if (args.length > 2) {
      writePage(root, Path.of(args[2]), results);
    }
    if (!results.stream().allMatch(Result::good)) {
      System.err.println("A mutant survived, or a mutation is out of date; see above.");
      System.exit(1);
    }
  }

  private static List<Mutation> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Mutation> mutations = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".mutation")).sorted().toList()) {
        String text = Files.readString(file);
        mutations.add(
            new Mutation(
                file.getFileName().toString().replace(".mutation", ""),
                field(text, "says"),
                Path.of(field(text, "file")),
                field(text, "module"),
                field(text, "tests"),
                between(text, "---find\n", "---replace\n"),
                between(text, "---replace\n", "---end")));
      }
      return mutations;
    }
  }

  /// All of them, whichever is run: each commit has to keep them up to date.
  private static void requireApplicable(Path root, List<Mutation> mutations) throws IOException {
    for (Mutation mutation : mutations) {
      String source = Files.readString(root.resolve(mutation.file));
      int first = source.indexOf(mutation.find);
      if (first < 0 || source.indexOf(mutation.find, first + 1) >= 0) {
        throw new IOException(
            "The mutation %s is out of date: its text does not occur exactly once in %s."
                .formatted(mutation.name, mutation.file));
      }
    }
  }

  private static String field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a mutation lacks " + name))
        .substring(name.length() + 2);
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static Result run(Path copy, Mutation mutation) throws IOException, InterruptedException {
    Instant begin = Instant.now();
    Path file = copy.resolve(mutation.file);
    String source = Files.readString(file);
    Files.writeString(file, source.replace(mutation.find, mutation.to));
    try {
      Path log = copy.resolve("mutant.log");
      Process maven =
          new ProcessBuilder(
                  "mvn",
                  "-o",
                  "-B",
                  "-pl",
                  mutation.module,
                  "-am",
                  "test",
                  "-Dtest=" + mutation.tests,
                  "-Dsurefire.failIfNoSpecifiedTests=false",
                  "-Dformat.mode=--dry-run")
              .directory(copy.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!maven.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        maven.destroyForcibly();
      }
      long seconds = Duration.between(begin, Instant.now()).toSeconds();
      String said = Files.readString(log);
      if (said.contains("COMPILATION ERROR")) {
        return new Result(mutation, "DOES NOT COMPILE: " + lastLines(said), false, seconds);
      }
      if (maven.exitValue() != 0 && said.contains("There are test failures")) {
        return new Result(mutation, "found by the tests", true, seconds);
      }
      return new Result(
          mutation,
          maven.exitValue() == 0 ? "SURVIVED" : "DID NOT RUN: " + lastLines(said),
          false,
          seconds);
    } finally {
      Files.writeString(file, source);
    }
  }

  private static String lastLines(String text) {
    List<String> errors = text.lines().filter(line -> line.contains("ERROR")).limit(4).toList();
    return String.join(" | ", errors);
  }

  private static void writePage(Path root, Path page, List<Result> results) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Mutations\n\n");
    text.append(
        "Written by `mvn -Pmutations verify`: the product broken in one known way at a time,");
    text.append(" and whether the tests noticed.\n\n");
    text.append("Commit ").append(output(root, "git", "rev-parse", "--short", "HEAD")).append(", ");
    text.append(Instant.now().toString(), 0, 10).append(".\n\n");
    text.append("| mutation | what is broken | outcome | seconds |\n| --- | --- | --- | --- |\n");
    for (Result result : results) {
      text.append("| ").append(result.mutation.name);
      text.append(" | ").append(result.mutation.says);
      text.append(" | ").append(result.outcome);
      text.append(" | ").append(result.seconds).append(" |\n");
    }
    Files.writeString(page, text.toString());
  }

  private static String output(Path directory, String... command) throws IOException {
    Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /// Sources and what is compiled already, so that a mutant costs one small build.
  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = from.relativize(folder).toString();
            if (name.equals(".git") || name.equals("installer/target")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(name));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
