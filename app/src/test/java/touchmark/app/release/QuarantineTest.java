package touchmark.app.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Inspection;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

class QuarantineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-09T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Path file;
  private Path kept;
  private Quarantine quarantine;

  @BeforeEach
  void aSuspectFile() throws IOException {
    file = Files.writeString(folder.resolve("bracket v3 \u00fc.gcode"), "G1 X10\n");
    kept = folder.resolve("quarantine");
    quarantine = new Quarantine(kept, CLOCK);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "UNKNOWN"})
  void theJudgedBytesAreKeptWithTheVerdict(State verdict) throws Exception {
    Verification judged = judged(verdict);
    Path copy = quarantine.keep(judged, Progress.SILENT);
    assertThat(copy)
        .hasSameBinaryContentAs(file)
        .isEqualTo(kept.resolve(judged.fingerprint().hex()).resolve("bracket v3 \u00fc.gcode"));
    assertThat(copy.resolveSibling("verdict.json"))
        .content()
        .contains("\"" + verdict + "\"", "This is not the file.", "2026-05-09T10:00:00Z");
  }

  @Test
  void keepingTwiceKeepsOnce() throws Exception {
    Path first = quarantine.keep(judged(State.FAIL), Progress.SILENT);
    assertThat(quarantine.keep(judged(State.FAIL), Progress.SILENT)).isEqualTo(first);
  }

  @Test
  void aFileThatChangedSinceIsNotKept() throws Exception {
    Verification judged = judged(State.FAIL);
    Files.writeString(file, "G1 X11\n");
    assertThatThrownBy(() -> quarantine.keep(judged, Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not the file that was verified any more");
    try (Stream<Path> left = Files.walk(kept)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PASS", "CAUTION"})
  void aFileThatMayBePrintedIsNotKept(State verdict) throws Exception {
    Verification judged = judged(verdict);
    assertThatIllegalArgumentException().isThrownBy(() -> quarantine.keep(judged, Progress.SILENT));
    assertThat(kept).doesNotExist();
  }

  private Verification judged(State verdict) throws Exception {
    Fingerprint fingerprint =
        new Fingerprint(
            Digest.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
    OpenedFile opened =
        new OpenedFile(
            file,
            Files.size(file),
            fingerprint,
            new Format("G-code", DataType.GEOMETRY_SLICED),
            new ProductData.Unread(),
            List.of(),
            List.of());
    return new Verification(
        file,
        file.getFileName().toString(),
        fingerprint,
        verdict,
        "This is not the file.",
        false,
        List.of(),
        new Inspection(opened, Optional.empty(), Optional.empty(), List.of()),
        Optional.empty(),
        Optional.empty());
  }
}
