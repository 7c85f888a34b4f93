import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over every Java file of the project. A single-file program, started by
/// the parent pom on JDK 25: `Format.java JAR ROOT MODE...`.
///
/// With `--dry-run --set-exit-if-changed` it lists the files that are not in the one style and
/// exits 1; with `--replace` it rewrites them.
public final class Format {
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]);
    Path root = Path.of(args[1]);
    List<String> mode = Arrays.asList(args).subList(2, args.length);
    Path list = Files.createTempFile("touchmark-format", ".args");
    try {
      List<String> arguments = new ArrayList<>(mode);
      arguments.addAll(javaFiles(root));
      Files.write(list, arguments);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
        command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
      }
      command.addAll(List.of("-jar", jar.toString(), "@" + list));
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        System.err.println(
            "The files above are not formatted. Run: mvn -Pformat validate --non-recursive");
        System.exit(1);
      }
    } finally {
      Files.deleteIfExists(list);
    }
  }

  private static List<String> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().contains("target"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
