package touchmark.ui.preview;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.fxyz3d.geometry.Point3D;
import org.fxyz3d.scene.Axes;
import org.fxyz3d.shapes.composites.PolyLine3D;
import touchmark.app.render.Bed;
import touchmark.app.render.Palette;
import touchmark.app.render.Picture;

/// The plate in JavaFX 3D: a rectangle that carries the picture of grid and shadow, its rim, and
/// the axes at its origin. It shines by itself, so that no light changes its colours.
final class BedView extends Group {
  /// Share of a grid step that the plate lies lower, so that a part's underside does not flicker.
  private static final double BELOW = 0.003;

  private static final float RIM = 0.03f;

  /// fxyz3d draws its axes 60 long; these are a grid step long.
  private static final double AXES = 1 / 60.0;

  BedView(Bed bed, Picture plate, Palette palette) {
    float z = (float) (bed.z() - BELOW * bed.step());
    getChildren().addAll(surface(bed, z, plate), rim(bed, z, palette), axes(bed, z));
    setMouseTransparent(true);
  }

  private static MeshView surface(Bed bed, float z, Picture plate) {
    TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
    float left = (float) bed.minX();
    float right = (float) bed.maxX();
    float near = (float) bed.minY();
    float far = (float) bed.maxY();
    mesh.getPoints().setAll(left, near, z, right, near, z, right, far, z, left, far, z);
    mesh.getTexCoords().setAll(0, 1, 1, 1, 1, 0, 0, 0);
    mesh.getFaces().setAll(0, 0, 1, 1, 2, 2, 0, 0, 2, 2, 3, 3);
    PhongMaterial material = new PhongMaterial(Color.BLACK);
    material.setSelfIlluminationMap(Paints.image(plate));
    MeshView view = new MeshView(mesh);
    view.setMaterial(material);
    view.setCullFace(CullFace.BACK);
    return view;
  }

  private static PolyLine3D rim(Bed bed, float z, Palette palette) {
    List<Point3D> corners =
        List.of(
            new Point3D(bed.minX(), bed.minY(), z),
            new Point3D(bed.maxX(), bed.minY(), z),
            new Point3D(bed.maxX(), bed.maxY(), z),
            new Point3D(bed.minX(), bed.maxY(), z),
            new Point3D(bed.minX(), bed.minY(), z));
    return new PolyLine3D(
        corners,
        RIM * (float) bed.step(),
        Paints.of(palette.strong()),
        PolyLine3D.LineType.TRIANGLE);
  }

  private static Axes axes(Bed bed, float z) {
    Axes axes = new Axes(AXES * bed.step());
    axes.setTranslateX(bed.minX());
    axes.setTranslateY(bed.minY());
    axes.setTranslateZ(z);
    return axes;
  }
}
