package touchmark.app.format.stl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import touchmark.app.format.FormatException;
import touchmark.app.format.Source;
import touchmark.app.format.TextWords;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;
import touchmark.ledger.Progress;

/// The text form, one or more solids. Words may have any case, and words of no meaning after
/// `endloop` and `endfacet`, as some programs write them, are passed over.
final class AsciiStl {
  private static final Set<String> KEYWORDS =
      Set.of("solid", "facet", "outer", "vertex", "endloop", "endfacet", "endsolid");
  private static final int BYTES_PER_FACET = 200;

  private final TextWords words;
  private final VertexWelder vertices;
  private final TriangleList triangles;
  private final List<MeshPart> parts = new ArrayList<>();
  private final int[] corner = new int[3];
  private final float[] coordinate = new float[3];

  AsciiStl(Source source, Progress progress) throws FormatException, IOException {
    int expected = (int) Math.min(source.size() / BYTES_PER_FACET, 1 << 24);
    this.words = new TextWords(source, progress);
    this.vertices = new VertexWelder(expected / 2);
    this.triangles = new TriangleList(expected);
  }

  Mesh read() throws FormatException, IOException {
    do {
      expect("solid");
      readSolid(words.restOfLine());
      words.next();
    } while (!words.ended());
    if (triangles.count() == 0) {
      throw words.problem("at least one facet", "none");
    }
    return new Mesh(vertices.positions(), triangles.toArray(), LengthUnit.MILLIMETRE, parts);
  }

  private void readSolid(String name) throws FormatException, IOException {
    int first = triangles.count();
    words.next();
    while (words.is("facet")) {
      readFacet();
    }
    expect("endsolid");
    words.restOfLine();
    String known = name.isEmpty() ? "solid " + (parts.size() + 1) : name;
    parts.add(new MeshPart(known, first, triangles.count() - first, OptionalInt.empty()));
  }

  /// Enters with the word `facet`, leaves with the word after the facet.
  private void readFacet() throws FormatException, IOException {
    words.next();
    if (words.is("normal")) {
      words.next();
    }
    while (!words.ended() && !words.is("outer")) {
      // The normal: three numbers, not used, sometimes not even numbers.
      if (isKeyword()) {
        throw words.problem("\"outer loop\"", words.shown());
      }
      words.next();
    }
    expect("outer");
    words.next();
    expect("loop");
    for (int i = 0; i < 3; i++) {
      words.next();
      expect("vertex");
      for (int axis = 0; axis < 3; axis++) {
        words.next();
        coordinate[axis] = words.number();
      }
      corner[i] = vertices.add(coordinate[0], coordinate[1], coordinate[2]);
    }
    words.next();
    expect("endloop");
    nextKeyword();
    expect("endfacet");
    nextKeyword();
    if (triangles.count() == TriangleList.MOST) {
      throw words.problem("at most " + TriangleList.MOST + " facets", "more");
    }
    triangles.add(corner[0], corner[1], corner[2]);
  }

  private void nextKeyword() throws FormatException, IOException {
    long line = words.line();
    words.next();
    while (!words.ended() && words.line() == line && !isKeyword()) {
      words.next();
    }
  }

  /// Looked up only where it may be one, since a file has millions of numbers.
  private boolean isKeyword() {
    return words.length() > 4 && words.at(0) > '9' && KEYWORDS.contains(words.word());
  }

  private void expect(String word) throws FormatException {
    if (!words.is(word)) {
      throw words.problem("\"" + word + "\"", words.shown());
    }
  }
}
