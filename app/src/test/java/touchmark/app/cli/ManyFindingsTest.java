package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file with more findings than are told one by one.
class ManyFindingsTest {
  private static final int SHELLS = 5_000;
  private static final int HEADER = 80;
  private static final int FACET = 50;
  private static final int[][] INSIDE_OUT = {{0, 1, 2}, {0, 3, 1}, {0, 2, 3}, {1, 3, 2}};

  @TempDir private Path folder;

  private Path insideOut() throws IOException {
    int facets = SHELLS * INSIDE_OUT.length;
    ByteBuffer stl =
        ByteBuffer.allocate(HEADER + Integer.BYTES + facets * FACET)
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(HEADER)
            .putInt(facets);
    for (int shell = 0; shell < SHELLS; shell++) {
      for (int[] corners : INSIDE_OUT) {
        stl.putFloat(0).putFloat(0).putFloat(0);
        for (int corner : corners) {
          stl.putFloat(10 * (shell % 100) + (corner == 1 ? 4 : 0))
              .putFloat(10 * (shell / 100) + (corner == 2 ? 4 : 0))
              .putFloat(corner == 3 ? 4 : 0);
        }
        stl.putShort((short) 0);
      }
    }
    return Files.write(folder.resolve("many.stl"), stl.array());
  }

  @Test
  void whatIsToldStatedAndComparedIsTheExactNumber() throws IOException {
    Session shell = new Session(folder.resolve("home")).initAcme();
    String file = insideOut().toString();
    Session.Answer inspected = shell.run("inspect", file);
    assertThat(inspected.code()).as("%s", inspected).isZero();
    assertThat(inspected.out()).contains("and 4,984 more like these");
    assertThat(shell.run("inspect", file, "--json").out()).contains("\"count\" : 904");
    assertThat(shell.run("verify", file).out()).contains("And 4999 more like it.");
    Session.expect(0, shell.run("claim", file, "--id", "many"));
    assertThat(folder.resolve("home/ledger/segments/000000.seg"))
        .content(StandardCharsets.ISO_8859_1)
        .contains("{\"code\":\"FLIPPED_SHELL\",\"count\":5000}");
  }
}
