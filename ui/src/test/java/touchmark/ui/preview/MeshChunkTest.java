package touchmark.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.render.Highlight;
import touchmark.app.render.Palette;
import touchmark.app.render.Subject;
import touchmark.app.render.Tone;

class MeshChunkTest {
  private static final int FACETS = 50_000;

  /// A strip: facet i has the vertices i, i + 1, i + 2.
  private static final Mesh STRIP = strip();

  @Test
  void everyFacetIsInExactlyOneChunkSmallEnoughForJavaFx() {
    List<MeshChunk> chunks = MeshChunk.of(STRIP);
    assertThat(chunks).hasSize(3);
    assertThat(chunks.stream().mapToInt(MeshChunk::facets).sum()).isEqualTo(FACETS);
    assertThat(chunks).allMatch(chunk -> 3 * chunk.facets() < 65_536);
  }

  @Test
  void facetsKeepTheirCornersInTheirChunk() {
    FacetColours colours = new FacetColours(new Subject.Solid(STRIP), Palette.LIGHT);
    MeshChunk chunk = MeshChunk.of(STRIP).get(1);
    int[] vertices = chunk.vertices();
    float[] points = chunk.points(vertices);
    int[] faces = chunk.faces(vertices, colours);
    assertThat(vertices).hasSize(chunk.facets() + 2);
    for (int corner = 0; corner < 3; corner++) {
      int point = faces[6 * 100 + 2 * corner];
      assertThat(points[3 * point]).isEqualTo(chunk.firstFacet() + 100 + corner);
    }
  }

  @Test
  void partsAndHighlightsHaveTheirColours() {
    Subject.Solid solid =
        new Subject.Solid(STRIP).with(List.of(new Highlight(Facets.of(7), Tone.BAD)), false);
    FacetColours colours = new FacetColours(solid, Palette.LIGHT);
    assertThat(colours.colours().get(colours.of(0))).isEqualTo(0xff00ff00);
    assertThat(colours.colours().get(colours.of(7))).isEqualTo(Palette.LIGHT.bad());
    assertThat(colours.colours().get(colours.of(FACETS - 1))).isEqualTo(Palette.LIGHT.part());
  }

  private static Mesh strip() {
    float[] positions = new float[3 * (FACETS + 2)];
    int[] triangles = new int[3 * FACETS];
    for (int i = 0; i < FACETS + 2; i++) {
      positions[3 * i] = i;
      positions[3 * i + 1] = i % 2;
    }
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = i / 3 + i % 3;
    }
    return new Mesh(
        positions,
        triangles,
        LengthUnit.MILLIMETRE,
        List.of(
            new MeshPart("green", 0, 1000, OptionalInt.of(0x00ff00)),
            new MeshPart("rest", 1000, FACETS - 1000, OptionalInt.empty())));
  }
}
