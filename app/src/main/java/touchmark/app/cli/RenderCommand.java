package touchmark.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.render.StandardView;
import touchmark.app.usecase.DrawPicture;

@Command(name = "render", description = "A picture of a file, without a display. Needs no home.")
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final int LARGEST = 8_192;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.png",
      description = "an existing file is never replaced")
  private Path output = Path.of("");

  @Option(names = "--size", paramLabel = "WxH", description = "pixels; default ${DEFAULT-VALUE}")
  private String size = "1280x800";

  @Option(names = "--view", paramLabel = "VIEW", description = "${COMPLETION-CANDIDATES}")
  private StandardView view = StandardView.ISO;

  @Option(
      names = "--layer",
      paramLabel = "N",
      description = "draws a toolpath up to layer N, counted from 1")
  private @Nullable Integer layer;

  @Option(names = "--highlight", paramLabel = "findings", description = "marks what was found")
  private @Nullable String highlight;

  private final TouchmarkCommand root;

  RenderCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new Problem(ExitCode.USAGE, "--size: expected WxH in pixels, found '" + size + "'.");
    }
    int width = pixels(matcher.group(1));
    int height = pixels(matcher.group(2));
    if (highlight != null && !highlight.equals("findings")) {
      throw new Problem(
          ExitCode.USAGE, "--highlight: expected findings, found '" + highlight + "'.");
    }
    if (Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
    try (WorkProgress progress = root.progress("drawing")) {
      Inspection inspection =
          new Inspector()
              .inspect(new ProductFiles().open(InputFiles.check(file), progress), progress);
      new DrawPicture()
          .draw(
              inspection,
              view,
              layer == null ? OptionalInt.empty() : OptionalInt.of(layer),
              highlight == null ? List.of() : inspection.findings(),
              width,
              height)
          .orElseThrow(
              () ->
                  new Problem(
                      ExitCode.UNKNOWN,
                      file + ": there is no picture for " + inspection.file().format().name()))
          .writePng(output);
    }
    root.printer().line("Wrote " + output + ".");
    root.printer().document(Map.of("file", output.toString()));
    return ExitCode.OK.number();
  }

  private static int pixels(String text) throws Problem {
    int pixels = Integer.parseInt(text);
    if (pixels < 1 || pixels > LARGEST) {
      throw new Problem(
          ExitCode.USAGE, "--size: expected 1 to " + LARGEST + " pixels, found " + text + ".");
    }
    return pixels;
  }
}
