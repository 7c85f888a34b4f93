package touchmark.app.mesh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/// Facets for tests, nine numbers each, put together piece by piece.
public final class Solids {
  private static final int[][] BOX = {
    {0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}
  };

  private final List<float[]> facets = new ArrayList<>();

  /// A cube of a size with its least corner at a place, facing outward.
  public Solids cube(double x, double y, double z, double size) {
    return box(x, y, z, x + size, y + size, z + size, true);
  }

  /// The same, facing inward.
  public Solids hollow(double x, double y, double z, double size) {
    return box(x, y, z, x + size, y + size, z + size, false);
  }

  public Solids box(
      double x0, double y0, double z0, double x1, double y1, double z1, boolean outward) {
    for (int[] corners : BOX) {
      float[] facet = new float[9];
      for (int i = 0; i < 3; i++) {
        int corner = corners[outward ? i : 2 - i];
        facet[3 * i] = (float) ((corner & 1) == 0 ? x0 : x1);
        facet[3 * i + 1] = (float) ((corner & 2) == 0 ? y0 : y1);
        facet[3 * i + 2] = (float) ((corner & 4) == 0 ? z0 : z1);
      }
      facets.add(facet);
    }
    return this;
  }

  /// A ball of many facets; negative radius faces inward.
  public Solids ball(double x, double y, double z, double radius, int rings) {
    for (int i = 0; i < rings; i++) {
      for (int k = 0; k < 2 * rings; k++) {
        float[] a = onBall(x, y, z, radius, i, k, rings);
        float[] b = onBall(x, y, z, radius, i + 1, k, rings);
        float[] c = onBall(x, y, z, radius, i + 1, k + 1, rings);
        float[] d = onBall(x, y, z, radius, i, k + 1, rings);
        if (i + 1 < rings) {
          add(a, b, c);
        }
        if (i > 0) {
          add(a, c, d);
        }
      }
    }
    return this;
  }

  private static float[] onBall(
      double x, double y, double z, double radius, int ring, int step, int rings) {
    double down = Math.PI * ring / rings;
    double around = Math.PI * (step % (2 * rings)) / rings;
    double flat = ring == 0 || ring == rings ? 0 : Math.sin(down);
    double r = Math.abs(radius);
    return new float[] {
      (float) (x + r * flat * Math.cos(around)),
      (float) (y + Math.copySign(r, radius) * flat * Math.sin(around)),
      (float) (z + r * Math.cos(down))
    };
  }

  public Solids add(float[] a, float[] b, float[] c) {
    facets.add(new float[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]});
    return this;
  }

  /// Without one facet.
  public Solids without(int facet) {
    facets.remove(facet);
    return this;
  }

  /// One facet turned.
  public Solids turn(int facet) {
    float[] t = facets.get(facet);
    facets.set(facet, new float[] {t[0], t[1], t[2], t[6], t[7], t[8], t[3], t[4], t[5]});
    return this;
  }

  /// One facet once more.
  public Solids repeat(int facet) {
    facets.add(facets.get(facet).clone());
    return this;
  }

  /// Facets in another order, each beginning with another corner.
  public Solids shuffled(long seed) {
    Solids other = new Solids();
    for (float[] t : facets) {
      other.facets.add(new float[] {t[3], t[4], t[5], t[6], t[7], t[8], t[0], t[1], t[2]});
    }
    Collections.shuffle(other.facets, new Random(seed));
    return other;
  }

  public List<float[]> facets() {
    return facets;
  }

  public Mesh mesh() {
    VertexWelder welder = new VertexWelder(8);
    int[] triangles = new int[3 * facets.size()];
    int corner = 0;
    for (float[] facet : facets) {
      for (int i = 0; i < 9; i += 3) {
        triangles[corner++] = welder.add(facet[i], facet[i + 1], facet[i + 2]);
      }
    }
    MeshPart part = new MeshPart("test", 0, facets.size(), OptionalInt.empty());
    return new Mesh(welder.positions(), triangles, LengthUnit.MILLIMETRE, List.of(part));
  }

  public byte[] binaryStl(String header) {
    ByteBuffer stl = ByteBuffer.allocate(84 + 50 * facets.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < header.length(); i++) {
      stl.put(i, (byte) header.charAt(i));
    }
    stl.putInt(80, facets.size());
    for (int i = 0; i < facets.size(); i++) {
      for (int k = 0; k < 9; k++) {
        stl.putFloat(84 + 50 * i + 12 + 4 * k, facets.get(i)[k]);
      }
    }
    return stl.array();
  }

  public String asciiStl(String name) {
    StringBuilder stl = new StringBuilder("solid " + name + "\n");
    for (float[] t : facets) {
      stl.append(" facet normal 0 0 0\n  outer loop\n");
      for (int i = 0; i < 9; i += 3) {
        stl.append(String.format(Locale.ROOT, "   vertex %s %s %s\n", t[i], t[i + 1], t[i + 2]));
      }
      stl.append("  endloop\n endfacet\n");
    }
    return stl.append("endsolid ").append(name).append("\n").toString();
  }
}
