package touchmark.app.format.stl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class FacetColoursTest {
  private static final int RED_AND_SET = 1 << 15 | 31 << 10;

  @TempDir private Path directory;

  @Test
  void withoutColoursThereIsOnePart() throws Exception {
    assertThat(parts("part", _ -> 0))
        .containsExactly(new MeshPart("part", 0, 12, OptionalInt.empty()));
  }

  @Test
  void theWayOfViscamHasBlueInTheLowestBits() throws Exception {
    assertThat(parts("part", facet -> facet < 4 ? RED_AND_SET : 0))
        .extracting(part -> part.name() + " " + part.firstTriangle() + " " + part.triangles())
        .containsExactly("part, colour #FF0000 0 4", "part, without colour 4 8");
    assertThat(parts("", _ -> 1 << 15 | 31).getFirst().colour()).hasValue(0x0000FF);
  }

  @Test
  void theWayOfMagicsHasRedInTheLowestBitsAndAColourForAll() throws Exception {
    String header = "part COLOR=\u0010\u0020\u0030\u00FF,MATERIAL=";
    List<MeshPart> parts = parts(header, facet -> facet < 4 ? 31 : 1 << 15);
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).colour()).hasValue(0xFF0000);
    assertThat(parts.get(1).colour()).hasValue(0x102030);
    assertThat(parts.get(0).name()).isEqualTo("part, colour #FF0000");
  }

  @Test
  void ofVeryManyColoursNoneIsKept() throws Exception {
    Solids many = new Solids();
    for (int i = 0; i < 200; i++) {
      many.cube(20 * i, 0, 0, 10);
    }
    assertThat(parts(many, "", facet -> 1 << 15 | facet & 1))
        .containsExactly(new MeshPart("", 0, 2400, OptionalInt.empty()));
  }

  private List<MeshPart> parts(String header, IntUnaryOperator attribute) throws Exception {
    return parts(new Solids().cube(0, 0, 0, 10), header, attribute);
  }

  private List<MeshPart> parts(Solids solids, String header, IntUnaryOperator attribute)
      throws Exception {
    byte[] stl = solids.binaryStl(header);
    ByteBuffer bytes = ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN);
    for (int facet = 0; facet < solids.facets().size(); facet++) {
      bytes.putShort(84 + 50 * facet + 48, (short) attribute.applyAsInt(facet));
    }
    Path file = Files.write(directory.resolve("part.stl"), stl);
    return ((ProductData.Model) new ProductFiles().open(file, Progress.SILENT).data())
        .mesh()
        .parts();
  }
}
