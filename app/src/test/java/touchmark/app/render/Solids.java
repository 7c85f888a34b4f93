package touchmark.app.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;

/// Meshes made of simple solids, for tests.
final class Solids {
  private final List<float[]> vertices = new ArrayList<>();
  private final List<int[]> facets = new ArrayList<>();

  /// A box, counter-clockwise from outside.
  Solids box(double x, double y, double z, double sizeX, double sizeY, double sizeZ) {
    int first = vertices.size();
    for (int corner = 0; corner < 8; corner++) {
      vertices.add(
          new float[] {
            (float) (x + (corner & 1) * sizeX),
            (float) (y + (corner >> 1 & 1) * sizeY),
            (float) (z + (corner >> 2) * sizeZ)
          });
    }
    int[][] sides = {
      {0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}
    };
    for (int[] side : sides) {
      facets.add(new int[] {first + side[0], first + side[1], first + side[2]});
      facets.add(new int[] {first + side[0], first + side[2], first + side[3]});
    }
    return this;
  }

  /// A sphere of `rings` times twice as many quads; turned inwards it is a void.
  Solids sphere(double x, double y, double z, double radius, int rings, boolean inwards) {
    int first = vertices.size();
    int around = 2 * rings;
    for (int ring = 0; ring <= rings; ring++) {
      double polar = Math.PI * ring / rings;
      for (int step = 0; step < around; step++) {
        double turn = 2 * Math.PI * step / around;
        vertices.add(
            new float[] {
              (float) (x + radius * Math.sin(polar) * Math.cos(turn)),
              (float) (y + radius * Math.sin(polar) * Math.sin(turn)),
              (float) (z + radius * Math.cos(polar))
            });
      }
    }
    for (int ring = 0; ring < rings; ring++) {
      for (int step = 0; step < around; step++) {
        int a = first + ring * around + step;
        int b = first + ring * around + (step + 1) % around;
        int c = a + around;
        int d = b + around;
        facets.add(inwards ? new int[] {a, b, c} : new int[] {a, c, b});
        facets.add(inwards ? new int[] {b, d, c} : new int[] {b, c, d});
      }
    }
    return this;
  }

  int facets() {
    return facets.size();
  }

  /// All facets added after the first `before`.
  Facets since(int before) {
    return Facets.of(java.util.stream.IntStream.range(before, facets.size()).toArray());
  }

  Mesh mesh() {
    float[] positions = new float[3 * vertices.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = vertices.get(i / 3)[i % 3];
    }
    int[] triangles = facets.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    return new Mesh(
        positions,
        triangles,
        LengthUnit.MILLIMETRE,
        List.of(new MeshPart("", 0, facets.size(), OptionalInt.empty())));
  }
}
