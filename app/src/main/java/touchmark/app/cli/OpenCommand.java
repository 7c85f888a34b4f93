package touchmark.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.disk.WholeFile;
import touchmark.app.usecase.OpenPackage;

@Command(
    name = "open",
    description = "Opens a package that was addressed to me: decrypts, checks, keeps it.")
final class OpenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PACKAGE.tmk")
  private Path packageFile = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "also copies the content there; an existing file is never replaced")
  private @Nullable Path output;

  private final TouchmarkCommand root;

  OpenCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    InputFiles.check(packageFile);
    return root.atHome(this::open);
  }

  private ExitCode open(Touchmark station) throws Exception {
    if (output != null) {
      if (Files.exists(output)) {
        throw new FileAlreadyExistsException(output.toString());
      }
      WholeFile.tryPlace(output);
    }
    OpenPackage.Opened opened;
    try (WorkProgress progress = root.progress("opening " + packageFile.getFileName())) {
      opened = station.openPackage().open(packageFile, root.party(station), progress);
    }
    Path file = opened.file();
    if (output != null) {
      Path kept = file;
      WholeFile.write(output, out -> Files.copy(kept, out));
      file = output;
    }
    root.printer().line(packageFile + ": holds " + opened.name() + ", checked and kept.");
    root.printer()
        .rows(
            new Rows("  ")
                .add("fingerprint", opened.fingerprint().hex())
                .add("file", file.toString()));
    root.printer()
        .document(
            Map.of(
                "name", opened.name(),
                "fingerprint", opened.fingerprint().hex(),
                "file", file.toString()));
    return ExitCode.OK;
  }
}
