package touchmark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.SampleNetwork;
import touchmark.app.sample.SampleFiles;

@Command(
    name = "sample",
    description = "Writes the sample part, or makes a throw-away home that plays the sample story.")
final class SampleCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "DIR", description = "where the sample files go")
  private @Nullable Path directory;

  @Option(
      names = "--network",
      description = "makes a home (--home, or a temporary one) with three organizations")
  private boolean network;

  private final TouchmarkCommand root;

  SampleCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (network == (directory != null)) {
      throw new Problem(ExitCode.USAGE, "sample takes either a folder or --network.");
    }
    Printer printer = root.printer();
    if (directory != null) {
      List<Path> files = SampleFiles.write(directory);
      files.forEach(file -> printer.line("Wrote " + file));
      printer.document(files.stream().map(Path::toString).toList());
    } else {
      Path home = root.homeGiven() ? root.home() : Files.createTempDirectory("touchmark-sample");
      SampleNetwork.play(home, root.clock()).close();
      printer.line("Made a throw-away home in " + home + "; nothing in it counts.");
      printer.line("Its password is: " + SampleNetwork.PASSWORD);
      printer.document(java.util.Map.of("home", home.toString()));
    }
    return ExitCode.OK.number();
  }
}
