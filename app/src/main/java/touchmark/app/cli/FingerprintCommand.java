package touchmark.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.format.ProductFiles;
import touchmark.ledger.model.Fingerprint;

@Command(
    name = "fingerprint",
    description = "Prints HASH  PATH lines, as sha256sum does; --check reads them.")
final class FingerprintCommand implements Callable<Integer> {
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \t][ *](.+)");
  private static final long LONGEST_LIST = 16 << 20;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--check", description = "the files are lists of HASH  PATH lines; check each")
  private boolean check;

  private final TouchmarkCommand root;
  private final ProductFiles reader = new ProductFiles();

  FingerprintCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return (check ? checkLists() : print()).number();
  }

  private ExitCode print() throws Exception {
    List<Map<String, Object>> document = new ArrayList<>();
    ExitCode code = ExitCode.OK;
    try (WorkProgress progress = progress();
        ExecutorService pool =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Fingerprint>> running = new ArrayList<>();
      for (Path file : files) {
        running.add(pool.submit(() -> reader.fingerprint(InputFiles.check(file), progress)));
      }
      for (int i = 0; i < files.size(); i++) {
        try {
          Fingerprint fingerprint = running.get(i).get();
          root.printer().line(fingerprint.hex() + "  " + files.get(i));
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("file", files.get(i).toString());
          row.put("fingerprint", fingerprint.hex());
          document.add(row);
        } catch (ExecutionException failed) {
          code = ExitCode.worse(code, report(failed, files.get(i)));
        }
      }
    }
    root.printer().document(document);
    return code;
  }

  private ExitCode checkLists() throws Exception {
    List<Map<String, Object>> document = new ArrayList<>();
    ExitCode code = ExitCode.OK;
    for (Path list : files) {
      int number = 0;
      for (String line : lines(list)) {
        number++;
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || line.indexOf(0) >= 0) {
          throw new Problem(
              ExitCode.BAD_INPUT,
              list + ", line " + number + ": expected HASH  PATH, found something else.");
        }
        ExitCode one = checkOne(matcher.group(1), Path.of(matcher.group(2)));
        document.add(Map.of("file", matcher.group(2), "same", one == ExitCode.OK));
        code = ExitCode.worse(code, one);
      }
    }
    root.printer().document(document);
    return code;
  }

  private static List<String> lines(Path list) throws IOException, Problem {
    if (Files.size(InputFiles.check(list)) > LONGEST_LIST) {
      throw new Problem(ExitCode.BAD_INPUT, list + ": is too long for a list of fingerprints.");
    }
    try {
      return Files.readAllLines(list, StandardCharsets.UTF_8);
    } catch (CharacterCodingException binary) {
      throw new Problem(
          ExitCode.BAD_INPUT, list + ": expected lines of UTF-8 text, found other bytes.", binary);
    }
  }

  private ExitCode checkOne(String hash, Path file) {
    try (WorkProgress progress = root.progress("reading " + file)) {
      boolean same =
          reader.fingerprint(InputFiles.check(file), progress).equals(Fingerprint.parse(hash));
      root.printer().line(file + ": " + (same ? "OK" : "FAILED"));
      return same ? ExitCode.OK : ExitCode.FAIL;
    } catch (Exception failed) {
      root.printer().line(file + ": not read");
      return root.reportInput(failed, file);
    }
  }

  private ExitCode report(Exception failed, Path file) {
    return root.reportInput(failed.getCause() instanceof Exception inner ? inner : failed, file);
  }

  private WorkProgress progress() {
    return files.size() == 1 ? root.progress("reading " + files.getFirst()) : WorkProgress.SILENT;
  }
}
