package touchmark.app.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import touchmark.ledger.model.ResourceId;

class ReleaseToFolderTest {
  private static final ResourceId PRINT_CO = new ResourceId("print-co");

  @TempDir private Path station;
  @TempDir private Path printer;
  private final List<String> log = new ArrayList<>();
  private final ReleaseToFolder release =
      new ReleaseToFolder((_, _, target, reason) -> log.add(target.getFileName() + " " + reason));
  private Path file;

  @BeforeEach
  void aVerifiedFile() throws IOException {
    file =
        Files.writeString(station.resolve("bracket v3 \u00fc.gcode"), "G1 X10\n".repeat(200_000));
  }

  private Verification verified(State verdict) throws Exception {
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
        "",
        false,
        List.of(),
        new Inspection(opened, Optional.empty(), Optional.empty(), List.of()),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theReleasedFileHasTheVerifiedBytesAndNothingElseIsLeft() throws Exception {
    Path released =
        release.release(verified(State.PASS), PRINT_CO, printer, Optional.empty(), Progress.SILENT);
    assertThat(released).hasSameBinaryContentAs(file).hasFileName("bracket v3 \u00fc.gcode");
    assertThat(filesIn(printer)).containsExactly(released);
    assertThat(log).hasSize(1);
  }

  @Test
  void aFileThatChangedSinceItWasVerifiedIsNotReleased() throws Exception {
    Verification verification = verified(State.PASS);
    Files.writeString(file, "G1 X11\n");
    assertThatThrownBy(
            () ->
                release.release(verification, PRINT_CO, printer, Optional.empty(), Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not the file that was verified any more");
    assertThat(filesIn(printer)).isEmpty();
  }

  @Test
  void aFileOfTheSameNameIsNotReplaced() throws Exception {
    Path there = Files.writeString(printer.resolve(file.getFileName()), "another");
    Verification verification = verified(State.PASS);
    assertThatThrownBy(
            () ->
                release.release(verification, PRINT_CO, printer, Optional.empty(), Progress.SILENT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(there).hasContent("another");
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"FAIL", "UNKNOWN"})
  void aFailedOrUnknownFileIsNeverReleased(State verdict) throws Exception {
    Verification verification = verified(verdict);
    assertThatThrownBy(
            () ->
                release.release(
                    verification, PRINT_CO, printer, Optional.of("please"), Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(filesIn(printer)).isEmpty();
  }

  @Test
  void cautionNeedsAReasonAndTheReasonIsKept() throws Exception {
    Verification verification = verified(State.CAUTION);
    assertThatThrownBy(
            () ->
                release.release(verification, PRINT_CO, printer, Optional.of(" "), Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class);
    release.release(
        verification, PRINT_CO, printer, Optional.of("the void is meant"), Progress.SILENT);
    assertThat(log).singleElement().asString().contains("the void is meant");
  }

  @Test
  void cancellingLeavesNothing() throws Exception {
    Verification verification = verified(State.PASS);
    assertThatThrownBy(
            () ->
                release.release(verification, PRINT_CO, printer, Optional.empty(), (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(filesIn(printer)).isEmpty();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
