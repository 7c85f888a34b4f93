package touchmark.ledger.crypto;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Tokens of SoftHSM2, in a folder of the test's own. The library reads its settings once in a
/// process, so that all tests of a process share one folder.
public final class SoftToken {
  public static final String PIN = "4321";

  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib64/softhsm/libsofthsm2.so",
          "/opt/homebrew/lib/softhsm/libsofthsm2.so");

  private final Path folder;
  private final Path library;

  private SoftToken(Path folder, Path library) {
    this.folder = folder;
    this.library = library;
  }

  /// Prepares a folder for tokens, before the library is first used; skips the test where SoftHSM2
  /// is missing.
  public static SoftToken in(Path folder) throws Exception {
    Optional<Path> library = LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
    if (library.isEmpty()) {
      String why = "SoftHSM2 is not installed (Debian: softhsm2); keys in tokens are not tested.";
      System.out.println(why);
      Assumptions.abort(why);
    }
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Path settings = folder.resolve("softhsm2.conf");
    Files.writeString(
        settings,
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    setVariable("SOFTHSM2_CONF", settings.toString());
    return new SoftToken(folder, library.get());
  }

  public Path library() {
    return library;
  }

  /// Makes a token with the PIN [#PIN].
  public SoftToken withToken(String label) throws Exception {
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        label,
        "--so-pin",
        "87654321",
        "--pin",
        PIN);
    return this;
  }

  /// Takes every token away.
  public void removeAll() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("tokens"))) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder.resolve("tokens"))) {
          Files.delete(path);
        }
      }
    }
  }

  private void run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(List.of(command) + ": " + said);
    }
  }

  /// Java cannot change its own environment, which the library reads.
  @SuppressWarnings("restricted")
  private static void setVariable(String name, String value) throws Exception {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      Object result =
          linker
              .downcallHandle(
                  linker.defaultLookup().find("setenv").orElseThrow(),
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_INT))
              .invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (!Integer.valueOf(0).equals(result)) {
        throw new IllegalStateException("setenv answers " + result);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("the environment cannot be changed", e);
    }
  }
}
