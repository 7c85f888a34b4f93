package touchmark.app.format.step;

import java.util.Arrays;

/// The facets of one tessellated face or surface set, by the numbers of their points, from 1.
///
/// @param coordinates the list that has the points
/// @param corners three for each facet in turn. Not a copy
@SuppressWarnings("ArrayRecordComponent") // never compared
record FacetList(long coordinates, int[] corners) {
  /// Reads a `TRIANGULATED_FACE` and its kin.
  ///
  /// @param face whether it has the parameter `geometric_link`
  /// @param complex strips and fans instead of triangles
  static FacetList read(Cursor cursor, boolean face, boolean complex) throws Cursor.Unfit {
    cursor.keyword();
    cursor.expect('(');
    skip(cursor); // name
    long coordinates = cursor.reference();
    cursor.expect(',');
    skip(cursor); // pnmax
    skip(cursor); // normals
    if (face) {
      skip(cursor); // geometric_link
    }
    Ints index = new Ints();
    list(cursor, index);
    cursor.expect(',');
    Ints corners = new Ints();
    if (complex) {
      lists(cursor, corners, Kind.STRIP);
      cursor.expect(',');
      lists(cursor, corners, Kind.FAN);
    } else {
      lists(cursor, corners, Kind.TRIANGLE);
    }
    cursor.expect(')');
    return new FacetList(coordinates, resolve(corners, index));
  }

  /// The points of a `COORDINATES_LIST`, x, y, z in turn.
  static double[] points(Cursor cursor) throws Cursor.Unfit {
    cursor.keyword();
    cursor.expect('(');
    skip(cursor); // name
    skip(cursor); // npoints, which the list itself says too
    double[] points = new double[48];
    int count = 0;
    cursor.expect('(');
    while (!cursor.skip(')')) {
      if (count > 0) {
        cursor.expect(',');
      }
      if (count + 3 > points.length) {
        points = Arrays.copyOf(points, points.length + points.length / 6 * 3);
      }
      cursor.expect('(');
      points[count] = cursor.number();
      cursor.expect(',');
      points[count + 1] = cursor.number();
      cursor.expect(',');
      points[count + 2] = cursor.number();
      cursor.expect(')');
      count += 3;
    }
    return Arrays.copyOf(points, count);
  }

  private enum Kind {
    TRIANGLE,
    STRIP,
    FAN
  }

  private static void skip(Cursor cursor) throws Cursor.Unfit {
    cursor.skipValue();
    cursor.expect(',');
  }

  private static void list(Cursor cursor, Ints into) throws Cursor.Unfit {
    cursor.expect('(');
    if (cursor.skip(')')) {
      return;
    }
    do {
      into.add(cursor.count());
    } while (cursor.skip(','));
    cursor.expect(')');
  }

  private static void lists(Cursor cursor, Ints corners, Kind kind) throws Cursor.Unfit {
    cursor.expect('(');
    if (cursor.skip(')')) {
      return;
    }
    Ints one = new Ints();
    do {
      one.length = 0;
      list(cursor, one);
      cut(one, kind, corners);
    } while (cursor.skip(','));
    cursor.expect(')');
  }

  private static void cut(Ints one, Kind kind, Ints corners) throws Cursor.Unfit {
    if (one.length < 3 || (kind == Kind.TRIANGLE && one.length > 3)) {
      throw new Cursor.Unfit("three points of a facet", one.length + " points");
    }
    for (int i = 2; i < one.length; i++) {
      boolean turned = kind == Kind.STRIP && i % 2 == 1;
      int a = kind == Kind.STRIP ? one.values[i - 2] : one.values[0];
      int b = one.values[i - 1];
      corners.add(turned ? b : a);
      corners.add(turned ? a : b);
      corners.add(one.values[i]);
    }
  }

  /// An index of points names those that the facets then number; without one they number the points
  /// of the list.
  private static int[] resolve(Ints corners, Ints index) throws Cursor.Unfit {
    int[] resolved = Arrays.copyOf(corners.values, corners.length);
    if (index.length == 0) {
      return resolved;
    }
    for (int i = 0; i < resolved.length; i++) {
      if (resolved[i] < 1 || resolved[i] > index.length) {
        throw new Cursor.Unfit(
            "an indexed point from 1 to " + index.length, Integer.toString(resolved[i]));
      }
      resolved[i] = index.values[resolved[i] - 1];
    }
    return resolved;
  }

  private static final class Ints {
    private int[] values = new int[64];
    private int length;

    void add(int value) {
      if (length == values.length) {
        values = Arrays.copyOf(values, 2 * length);
      }
      values[length++] = value;
    }
  }
}
