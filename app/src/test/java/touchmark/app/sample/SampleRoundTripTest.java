package touchmark.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.format.stl.StlWriter;
import touchmark.app.format.threemf.ThreeMfWriter;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// What the writers and the slicer write, the readers read.
class SampleRoundTripTest {
  @TempDir Path directory;

  private final ProductFiles files = new ProductFiles();

  private Mesh read(Path file) throws Exception {
    OpenedFile opened = files.open(file, Progress.SILENT);
    return ((ProductData.Model) opened.data()).mesh();
  }

  @Test
  void aWrittenStlReadsBackTheSameBothWays() throws Exception {
    Mesh mesh = new SampleSpacer().mesh();
    Path binary = directory.resolve("binary.stl");
    Path text = directory.resolve("text.stl");
    try (OutputStream out = Files.newOutputStream(binary)) {
      StlWriter.binary(mesh, "spacer", out);
    }
    try (OutputStream out = Files.newOutputStream(text)) {
      StlWriter.ascii(mesh, "spacer ä", out);
    }

    for (Path file : new Path[] {binary, text}) {
      Mesh read = read(file);
      assertThat(read.triangleCount()).isEqualTo(mesh.triangleCount());
      assertThat(read.vertexCount()).isEqualTo(mesh.vertexCount());
      assertThat(Closedness.badEdges(read)).isZero();
      assertThat(Closedness.volume(read)).isCloseTo(Closedness.volume(mesh), within(1e-6));
    }
  }

  @Test
  void aWritten3mfReadsBackTheSame() throws Exception {
    Mesh mesh = new SampleBracket().tampered();
    Path file = directory.resolve("bracket <&> \"ü\".3mf");
    try (OutputStream out = Files.newOutputStream(file)) {
      ThreeMfWriter.write(mesh, "bracket <&> \"ü\"", Optional.empty(), out);
    }

    Mesh read = read(file);

    assertThat(read.unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(read.triangleCount()).isEqualTo(mesh.triangleCount());
    assertThat(Closedness.shells(read)).isEqualTo(2);
    assertThat(Closedness.volume(read)).isCloseTo(Closedness.volume(mesh), within(1e-6));
    assertThat(read.bounds()).isEqualTo(mesh.bounds());
  }

  @Test
  void theInspectionFindsTheSamplesCavityAndNothingInTheGenuinePart() throws Exception {
    SampleFiles.write(directory);
    Inspection genuine = inspect(SampleFiles.MODEL);
    Inspection tampered = inspect(SampleFiles.TAMPERED);

    assertThat(genuine.findings()).isEmpty();
    assertThat(tampered.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCodes.INTERNAL_VOID);
    assertThat(tampered.mesh().orElseThrow().internalVoids().getFirst().volume())
        .isCloseTo(113.1, within(0.01));
    assertThat(inspect(SampleFiles.STRANGER).findings()).isEmpty();
    Inspection sliced = inspect(SampleFiles.SLICED);
    assertThat(sliced.findings()).isEmpty();
    assertThat(sliced.toolpath().orElseThrow().layers()).isEqualTo(214);
    assertThat(sliced.file().format().dataType()).isEqualTo(DataType.GEOMETRY_SLICED);
  }

  private Inspection inspect(String name) throws Exception {
    return new Inspector()
        .inspect(files.open(directory.resolve(name), Progress.SILENT), Progress.SILENT);
  }

  @Test
  void gcodeIsToldByItsContentWhateverItsName() throws Exception {
    Path file = directory.resolve("part.txt");
    Files.writeString(file, "G21\nG90\nM83\nG1 X1 Y1 E1 F600\n");
    assertThat(files.open(file, Progress.SILENT).data()).isInstanceOf(ProductData.Sliced.class);

    Path prose = directory.resolve("letter.txt");
    Files.writeString(prose, "Good day,\nG1 is a command.\nRegards\n");
    assertThat(files.open(prose, Progress.SILENT).data()).isInstanceOf(ProductData.Unread.class);
  }

  @Test
  void binaryGcodeUnderATextsNameIsReadAsWhatItIs() throws Exception {
    Path file = directory.resolve("binary-that-says-it-is-text.gcode");
    Files.write(file, new byte[] {'G', 'C', 'D', 'E', 1, 0, 0, 0});
    assertThatThrownBy(() -> files.open(file, Progress.SILENT))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("byte 8: expected the rest of a file header");
  }

  @Test
  void aTitleThatWouldMakeABinaryStlLookLikeTextIsRefused() {
    assertThatThrownBy(
            () ->
                StlWriter.binary(
                    new SampleSpacer().mesh(), "solid part", new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
