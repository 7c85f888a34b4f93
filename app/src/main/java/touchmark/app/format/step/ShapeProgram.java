package touchmark.app.format.step;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.Source;
import touchmark.app.format.UnpackedSource;
import touchmark.app.format.stl.StlReader;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Another program that makes facets out of boundaries: gmsh or FreeCAD. It runs as a process of
/// its own, in a private folder, on a copy of the file, with bounds on time, memory and what it
/// writes; it is ended when it is cancelled. What it writes is read like any foreign file.
public final class ShapeProgram {
  /// Name of the copy that it reads, in its folder.
  static final String INPUT = "part.step";

  private static final String OUTPUT = "shape.stl";
  private static final String SCRIPT = "convert.py";
  private static final Path SHELL = Path.of("/bin/sh");

  private static final String FREECAD_SCRIPT =
      """
      import os
      import MeshPart
      import Part
      try:
          shape = Part.Shape()
          shape.read("part.step")
          mesh = MeshPart.meshFromShape(Shape=shape, LinearDeflection=0.1, AngularDeflection=0.17)
          mesh.write("shape.stl")
      finally:
          os._exit(0)
      """;

  /// Facets of a full turn: deviations of a hundredth of the radius.
  private static final int FACETS_OF_A_TURN = 24;

  /// Bounds, as far as the system knows them: Windows has only that on time.
  ///
  /// @param time both of the clock and of the processor
  /// @param memory bytes of address space
  /// @param output bytes of a file
  public record Limits(Duration time, long memory, long output) {
    /// What a large assembly needs.
    public static final Limits USUAL = new Limits(Duration.ofMinutes(2), 6L << 30, 2L << 30);
  }

  /// What came of it.
  sealed interface Outcome {}

  /// A shape, in millimetres.
  record Made(Mesh mesh) implements Outcome {}

  /// None.
  ///
  /// @param why one sentence
  record Failed(String why) implements Outcome {}

  private enum Kind {
    GMSH("gmsh", "gmsh"),
    FREECAD("FreeCAD", "FreeCADCmd"),
    FREECAD_LOWER("FreeCAD", "freecadcmd");

    private final String name;
    private final String command;

    Kind(String name, String command) {
      this.name = name;
      this.command = command;
    }
  }

  private final Kind kind;
  private final Path executable;
  private final Limits limits;

  private ShapeProgram(Kind kind, Path executable, Limits limits) {
    this.kind = kind;
    this.executable = executable;
    this.limits = limits;
  }

  /// The first program found in the folders of a search path. Folders that are not absolute are
  /// passed over: what lies beside a foreign file is not run.
  ///
  /// @param path as the environment variable `PATH` has it
  public static Optional<ShapeProgram> onPath(String path, Limits limits) {
    for (Kind kind : Kind.values()) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        for (String ending : List.of("", ".exe")) {
          Optional<Path> executable = executable(folder, kind.command + ending);
          if (executable.isPresent()) {
            return Optional.of(new ShapeProgram(kind, executable.get(), limits));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      Path file = Path.of(folder).resolve(name);
      return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty(); // an entry that is no path holds no program
    }
  }

  /// What people call it.
  public String name() {
    return kind.name;
  }

  /// Makes a shape of the file [#INPUT] in a folder.
  ///
  /// @throws CancellationException when the progress says stop; the process is gone then
  Outcome convert(Path folder, Progress progress) throws IOException {
    if (kind != Kind.GMSH) {
      Files.writeString(folder.resolve(SCRIPT), FREECAD_SCRIPT);
    }
    Process process = start(folder);
    try {
      Optional<String> problem = await(process, progress);
      return problem.isPresent()
          ? new Failed(name() + " " + problem.get())
          : readBack(folder.resolve(OUTPUT), progress);
    } finally {
      end(process);
    }
  }

  private Process start(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(
          List.of(
              SHELL.toString(),
              "-c",
              "ulimit -v %d; ulimit -t %d; ulimit -f %d; exec \"$@\""
                  .formatted(
                      limits.memory / 1024,
                      Math.max(1, limits.time.toSeconds()),
                      Math.max(1, limits.output / 512)),
              "sh"));
    }
    command.add(executable.toString());
    command.addAll(
        kind == Kind.GMSH
            ? List.of(
                INPUT,
                "-2",
                "-format",
                "stl",
                "-bin",
                "-o",
                OUTPUT,
                "-nopopup",
                "-v",
                "1",
                "-setnumber",
                "Mesh.MeshSizeFromCurvature",
                Integer.toString(FACETS_OF_A_TURN),
                "-setstring",
                "Geometry.OCCTargetUnit",
                "MM")
            : List.of(SCRIPT));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "SystemRoot", "LD_LIBRARY_PATH"));
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.put("LC_ALL", "C");
    File none = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    return builder
        .redirectInput(none)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Waits for its end.
  ///
  /// @return what went wrong, if anything
  private Optional<String> await(Process process, Progress progress) throws IOException {
    long until = System.nanoTime() + limits.time.toNanos();
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        progress.reached(0, 0);
        if (System.nanoTime() - until > 0) {
          return Optional.of(
              "made no shape within " + limits.time.toSeconds() + " s and was ended");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException stopped = new CancellationException("interrupted");
      stopped.initCause(e);
      throw stopped;
    }
    return process.exitValue() == 0
        ? Optional.empty()
        : Optional.of("made no shape: it ended with code " + process.exitValue());
  }

  private Outcome readBack(Path output, Progress progress) throws IOException {
    if (!Files.isRegularFile(output, LinkOption.NOFOLLOW_LINKS)) {
      return new Failed(name() + " made no shape");
    }
    try {
      Source source =
          new UnpackedSource(
              output, OUTPUT, Files.size(output), () -> Files.newInputStream(output));
      StlReader reader = new StlReader();
      if (reader.recognises(source.head())
          && reader.read(source, progress).data() instanceof ProductData.Model(Mesh mesh)
          && mesh.triangleCount() > 0) {
        return new Made(mesh);
      }
      return new Failed(name() + " made no shape");
    } catch (FormatException e) {
      return new Failed(name() + " made a damaged shape: " + e.getMessage());
    }
  }

  /// Whoever waits for the folder to be removed may rely on it that nobody writes there any more.
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
