package touchmark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How often the long tests repeat what they do, and what came of it. `mvn -Psoak verify` asks for
/// all of it and writes `docs/reliability.md` from the lines that are left here; every other build
/// runs a tenth.
public final class Counted {
  private static final boolean FULL = "full".equals(System.getProperty("touchmark.soak"));

  private Counted() {}

  /// A count, or a tenth of it.
  public static int times(int full) {
    return FULL ? full : Math.max(1, full / 10);
  }

  /// Leaves a line for the page: what was done, how often, what came of it.
  public static void keep(String what, long times, String outcome) throws IOException {
    String folder = System.getProperty("touchmark.counted");
    if (folder != null) {
      Path lines = Files.createDirectories(Path.of(folder));
      Files.writeString(
          lines.resolve(what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".tsv"),
          what + "\t" + times + "\t" + outcome + "\n",
          StandardCharsets.UTF_8);
    }
  }
}
