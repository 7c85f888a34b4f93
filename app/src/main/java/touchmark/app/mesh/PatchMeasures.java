package touchmark.app.mesh;

import java.util.BitSet;

/// Volume, area and box of each patch of a mesh, in the mesh's unit.
public final class PatchMeasures {
  private final double[] volumes;
  private final double[] areas;
  private final int[] facets;

  /// minX, minY, minZ, maxX, maxY, maxZ of each patch in turn.
  private final float[] boxes;

  private final BitSet flat = new BitSet();

  /// Measures in one pass. Tetrahedra are summed from a corner of each patch, for precision, and
  /// then moved to the origin, which makes a difference for open patches only.
  public PatchMeasures(Mesh mesh, Patches patches) {
    int count = patches.count();
    volumes = new double[count];
    areas = new double[count];
    facets = new int[count];
    boxes = new float[6 * count];
    float[] p = mesh.positions();
    int[] t = mesh.triangles();
    FacetNormal normal = new FacetNormal(mesh);
    double[] reference = new double[3 * count];
    double[] directedArea = new double[3 * count];
    for (int facet = 0; facet < mesh.triangleCount(); facet++) {
      int patch = patches.of(facet);
      if (patch < 0) {
        continue;
      }
      int a = 3 * t[3 * facet];
      int b = 3 * t[3 * facet + 1];
      int c = 3 * t[3 * facet + 2];
      int r = 3 * patch;
      if (facets[patch]++ == 0) {
        for (int axis = 0; axis < 3; axis++) {
          reference[r + axis] = p[a + axis];
          boxes[2 * r + axis] = p[a + axis];
          boxes[2 * r + 3 + axis] = p[a + axis];
        }
      }
      normal.of(facet);
      double length = normal.length();
      if (length == 0) {
        flat.set(facet);
      }
      areas[patch] += length / 2;
      directedArea[r] += normal.x() / 2;
      directedArea[r + 1] += normal.y() / 2;
      directedArea[r + 2] += normal.z() / 2;
      volumes[patch] +=
          ((p[a] - reference[r]) * normal.x()
                  + (p[a + 1] - reference[r + 1]) * normal.y()
                  + (p[a + 2] - reference[r + 2]) * normal.z())
              / 6;
      for (int axis = 0; axis < 3; axis++) {
        float low = Math.min(p[a + axis], Math.min(p[b + axis], p[c + axis]));
        float high = Math.max(p[a + axis], Math.max(p[b + axis], p[c + axis]));
        boxes[2 * r + axis] = Math.min(boxes[2 * r + axis], low);
        boxes[2 * r + 3 + axis] = Math.max(boxes[2 * r + 3 + axis], high);
      }
    }
    for (int patch = 0; patch < count; patch++) {
      for (int axis = 0; axis < 3; axis++) {
        volumes[patch] += reference[3 * patch + axis] * directedArea[3 * patch + axis] / 3;
      }
    }
  }

  /// Signed volume of a patch; negative where it faces inward.
  public double volume(int patch) {
    return volumes[patch];
  }

  public double area(int patch) {
    return areas[patch];
  }

  /// How many facets a patch has.
  public int facets(int patch) {
    return facets[patch];
  }

  public Box box(int patch) {
    int at = 6 * patch;
    return new Box(
        boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3], boxes[at + 4], boxes[at + 5]);
  }

  /// How many patches were measured.
  public int count() {
    return volumes.length;
  }

  /// Whether a facet of three different vertices has no area all the same.
  public boolean isFlat(int facet) {
    return flat.get(facet);
  }

  /// Sum over all patches.
  public double totalVolume() {
    double sum = 0;
    for (double volume : volumes) {
      sum += volume;
    }
    return sum;
  }

  /// Sum over all patches.
  public double totalArea() {
    double sum = 0;
    for (double area : areas) {
      sum += area;
    }
    return sum;
  }
}
