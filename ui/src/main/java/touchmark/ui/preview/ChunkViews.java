package touchmark.ui.preview;

import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import touchmark.app.render.Palette;
import touchmark.app.render.Subject;

/// Makes the 3D nodes of a model: flat facets in chunks, all with one small texture that holds a
/// square for each colour. Can be called on any thread, as long as no window shows the nodes.
final class ChunkViews {
  /// Pixels of a colour's square: its middle is far enough from its neighbours.
  private static final int SQUARE = 4;

  private ChunkViews() {}

  static List<MeshView> of(Subject.Solid solid, Palette palette) {
    FacetColours colours = new FacetColours(solid, palette);
    PhongMaterial material = new PhongMaterial();
    material.setDiffuseMap(texture(colours.colours()));
    float[] coordinates = coordinates(colours.colours().size());
    return MeshChunk.of(solid.mesh()).stream()
        .map(chunk -> view(chunk, colours, coordinates, material))
        .toList();
  }

  private static MeshView view(
      MeshChunk chunk, FacetColours colours, float[] coordinates, PhongMaterial material) {
    int[] vertices = chunk.vertices();
    TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
    mesh.getPoints().setAll(chunk.points(vertices));
    mesh.getTexCoords().setAll(coordinates);
    mesh.getFaces().setAll(chunk.faces(vertices, colours));
    // Group 0 is flat.
    mesh.getFaceSmoothingGroups().setAll(new int[chunk.facets()]);
    MeshView view = new MeshView(mesh);
    view.setMaterial(material);
    view.setCullFace(CullFace.NONE);
    view.setMouseTransparent(true);
    return view;
  }

  private static WritableImage texture(List<Integer> colours) {
    WritableImage image = new WritableImage(SQUARE * colours.size(), SQUARE);
    for (int i = 0; i < colours.size(); i++) {
      for (int y = 0; y < SQUARE; y++) {
        for (int x = 0; x < SQUARE; x++) {
          image.getPixelWriter().setArgb(SQUARE * i + x, y, colours.get(i));
        }
      }
    }
    return image;
  }

  private static float[] coordinates(int colours) {
    float[] coordinates = new float[2 * colours];
    for (int i = 0; i < colours; i++) {
      coordinates[2 * i] = (i + 0.5f) / colours;
      coordinates[2 * i + 1] = 0.5f;
    }
    return coordinates;
  }
}
