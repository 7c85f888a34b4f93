package touchmark.app.format.ply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.MeshFacts;
import touchmark.ledger.Progress;

class PlyReaderTest {
  private static final String HEADER =
      """
      ply
      format %s 1.0
      comment a cube
      element vertex 8
      property double x
      property uchar red
      property float y
      property float z
      element face 6
      property list uchar int vertex_indices
      property short group
      element edge 1
      property int vertex1
      property int vertex2
      end_header
      """;
  private static final int[][] FACES = {
    {3, 2, 1, 0}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}
  };

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aTextWithAnyLineEndsIsRead(String lineEnd) throws Exception {
    check(open(ascii().replace("\n", lineEnd).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void bothByteOrdersAreRead() throws Exception {
    check(open(binary(ByteOrder.LITTLE_ENDIAN)));
    check(open(binary(ByteOrder.BIG_ENDIAN)));
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    byte[] whole = binary(ByteOrder.LITTLE_ENDIAN);
    int header = HEADER.formatted("binary_little_endian").length();
    // what follows the polygons is not needed
    for (int length = 4; length < whole.length - 8; length += length < header ? 7 : 1) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(FormatException.class)
          .as("cut to " + length)
          .isThrownBy(() -> open(cut));
    }
  }

  @Test
  void pointsAreNamedAndKeptAsBytes() throws Exception {
    String points =
        """
        ply
        format ascii 1.0
        element vertex 1
        property float x
        property float y
        property float z
        end_header
        1 2 3
        """;
    OpenedFile file = open(points.getBytes(StandardCharsets.US_ASCII));
    assertThat(file.data()).isInstanceOf(ProductData.Unread.class);
    assertThat(file.format().name()).isEqualTo("PLY without polygons");
  }

  @ParameterizedTest
  @CsvSource({
    "element vertex 8, element vertex 2000000000, line 4",
    "element face 6, element face 999999999, line 9",
    "element vertex 8, element vertex -8, line 4",
    "property double x, property quad x, line 5",
    "property list uchar int, property list float int, line 10",
    "property double x, property double w, line 15",
    "format ascii 1.0, format utf8 1.0, line 2",
    "format ascii 1.0, , line 15",
    "4 3 2 1 0 7 9 9, 4 3 2 1 8 7, line 24",
    "4 3 2 1 0 7 9 9, 2 3 2 7, line 24",
    "4 3 2 1 0 7 9 9, 4 3 2 1 -1 7, line 24",
    "4 3 2 1 0 7 9 9, 4 3 2 1 x 7, line 24",
    "0 255 0 0, nan 255 0 0, line 16"
  })
  void aHeaderOrLineThatLiesIsNamed(String honest, String lie, String place) {
    String text = ascii();
    assertThat(text).contains(honest);
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () ->
                open(
                    text.replace(honest, lie == null ? "" : lie)
                        .getBytes(StandardCharsets.US_ASCII)))
        .withMessageContaining("part, " + place);
  }

  @Test
  void cornersThatAreNoWholeNumbersAreRefused() {
    String header =
        "ply\nformat binary_little_endian 1.0\nelement vertex 1\nproperty float x\n"
            + "property float y\nproperty float z\nelement face 1\n"
            + "property list uchar double vertex_indices\nend_header\n";
    byte[] file =
        (header + "\0".repeat(12) + "\3" + "\0".repeat(24)).getBytes(StandardCharsets.US_ASCII);
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(file))
        .withMessage(
            "part, line 8: expected whole numbers as corners, found"
                + " \"property list uchar double vertex_indices\"");
  }

  private void check(OpenedFile file) throws Exception {
    assertThat(file.format().name()).startsWith("PLY (");
    MeshFacts facts = new Inspector().inspect(file, Progress.SILENT).mesh().orElseThrow();
    assertThat(facts.triangles()).isEqualTo(12);
    assertThat(facts.vertices()).isEqualTo(8);
    assertThat(facts.openEdges()).isZero();
    assertThat(facts.volume()).isCloseTo(1000, within(1e-9));
  }

  private static int[] corner(int vertex) {
    int around = vertex % 4;
    return new int[] {
      around == 1 || around == 2 ? 10 : 0, around >= 2 ? 10 : 0, vertex >= 4 ? 10 : 0
    };
  }

  private static String ascii() {
    StringBuilder text = new StringBuilder(HEADER.formatted("ascii"));
    for (int vertex = 0; vertex < 8; vertex++) {
      int[] at = corner(vertex);
      text.append("%d 255 %d %d%n".formatted(at[0], at[1], at[2]).replace("\r", ""));
    }
    for (int[] face : FACES) {
      // some programs write more than the header says
      text.append("4 %d %d %d %d 7 9 9\n".formatted(face[0], face[1], face[2], face[3]));
    }
    return text.append("0 1\n").toString();
  }

  private static byte[] binary(ByteOrder order) {
    ByteBuffer numbers = ByteBuffer.allocate(4096).order(order);
    for (int vertex = 0; vertex < 8; vertex++) {
      int[] at = corner(vertex);
      numbers.putDouble(at[0]).put((byte) 255).putFloat(at[1]).putFloat(at[2]);
    }
    for (int[] face : FACES) {
      numbers.put((byte) 4);
      for (int corner : face) {
        numbers.putInt(corner);
      }
      numbers.putShort((short) 7);
    }
    numbers.putInt(0).putInt(1);
    String form = order == ByteOrder.LITTLE_ENDIAN ? "binary_little_endian" : "binary_big_endian";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HEADER.formatted(form).getBytes(StandardCharsets.US_ASCII));
    file.write(numbers.array(), 0, numbers.position());
    return file.toByteArray();
  }

  private OpenedFile open(byte[] bytes) throws Exception {
    return new ProductFiles().open(Files.write(directory.resolve("part"), bytes), Progress.SILENT);
  }
}
