package touchmark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import touchmark.app.Touchmark;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Fingerprint;

/// `FILE_OR_HASH`: an existing file, else 64 hexadecimal digits.
final class Reference {
  private Reference() {}

  /// With a progress bar of its own.
  static Fingerprint resolve(String text, Touchmark station, TouchmarkCommand root)
      throws Exception {
    try (WorkProgress progress = root.progress("reading " + text)) {
      return resolve(text, station, progress);
    }
  }

  static Fingerprint resolve(String text, Touchmark station, Progress progress) throws Exception {
    if (text.length() == 64 && !Files.exists(Path.of(text))) {
      try {
        return Fingerprint.parse(text);
      } catch (IllegalArgumentException notHex) {
        throw new Problem(
            ExitCode.BAD_INPUT, text + ": is neither a file nor a fingerprint.", notHex);
      }
    }
    return station.files().fingerprint(InputFiles.check(Path.of(text)), progress);
  }
}
