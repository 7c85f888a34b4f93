package touchmark.ui.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.Program;
import touchmark.app.format.SliceFacts;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Severity;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

/// Inspected files made in memory.
final class Samples {
  private static final Fingerprint FINGERPRINT = Fingerprint.parse("3f".repeat(32));
  private static final int WALLS = 36;

  private Samples() {}

  /// An L-shaped bracket of three boxes, 120 x 80 x 43 mm, with a small void in its foot.
  static Inspection bracket() {
    List<Integer> triangles = new ArrayList<>();
    List<Float> positions = new ArrayList<>();
    box(positions, triangles, new Box(0, 0, 0, 120, 80, 12), false);
    box(positions, triangles, new Box(0, 70, 12, 120, 80, 43), false);
    box(positions, triangles, new Box(30, 20, 12, 36, 70, 30), false);
    box(positions, triangles, new Box(80, 30, 3, 92, 42, 9), true);
    return model(mesh(positions, triangles));
  }

  /// The void of [#bracket].
  static Finding innerVoid() {
    return new Finding(
        "INTERNAL_VOID",
        Severity.CAUTION,
        "1 enclosed void, 864 mm³.",
        Optional.of(
            new Place(
                Optional.of(new Box(80, 30, 3, 92, 42, 9)),
                Facets.of(IntStream.range(WALLS, WALLS + 12).toArray()),
                OptionalInt.empty())));
  }

  static Inspection model(Mesh mesh) {
    return inspection("bracket.stl", new ProductData.Model(mesh));
  }

  static Inspection sliced(int layers) {
    return inspection(
        "tower.gcode",
        new ProductData.Sliced(
            new TowerToolpath(layers),
            new SliceFacts(
                Optional.empty(),
                Optional.empty(),
                0,
                Map.of(),
                List.of(),
                Program.NONE,
                List.of())));
  }

  static Inspection unread() {
    return inspection("notes.txt", new ProductData.Unread());
  }

  private static Inspection inspection(String name, ProductData data) {
    Format format = new Format("Sample", DataType.GEOMETRY_3D);
    return new Inspection(
        new OpenedFile(Path.of(name), 1, FINGERPRINT, format, data, List.of(), List.of()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Mesh mesh(List<Float> positions, List<Integer> triangles) {
    float[] points = new float[positions.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = positions.get(i);
    }
    int facets = triangles.size() / 3;
    return new Mesh(
        points,
        triangles.stream().mapToInt(Integer::intValue).toArray(),
        LengthUnit.MILLIMETRE,
        List.of(new MeshPart("", 0, facets, OptionalInt.empty())));
  }

  private static void box(
      List<Float> positions, List<Integer> triangles, Box box, boolean inwards) {
    int first = positions.size() / 3;
    for (int corner = 0; corner < 8; corner++) {
      positions.add((float) ((corner & 1) == 0 ? box.minX() : box.maxX()));
      positions.add((float) ((corner & 2) == 0 ? box.minY() : box.maxY()));
      positions.add((float) ((corner & 4) == 0 ? box.minZ() : box.maxZ()));
    }
    int[][] sides = {
      {0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}
    };
    for (int[] side : sides) {
      int b = inwards ? 3 : 1;
      int d = inwards ? 1 : 3;
      triangles.addAll(List.of(first + side[0], first + side[b], first + side[2]));
      triangles.addAll(List.of(first + side[0], first + side[2], first + side[d]));
    }
  }
}
