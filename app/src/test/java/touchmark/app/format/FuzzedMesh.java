package touchmark.app.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.ledger.Progress;

/// Has a reader read bytes from anywhere: a mesh that is one comes out, or a sentence.
public final class FuzzedMesh {
  private FuzzedMesh() {}

  /// @param name what the file is called, with the format's ending
  public static void read(FormatReader reader, String name, byte[] bytes) {
    try {
      UnpackedSource source =
          new UnpackedSource(
              Path.of(name), name, bytes.length, () -> new ByteArrayInputStream(bytes));
      reader.recognises(source.head());
      Read read = reader.read(source, Progress.SILENT);
      if (read.data() instanceof ProductData.Model(Mesh mesh)) {
        check(mesh);
      }
    } catch (FormatException e) {
      String said = String.valueOf(e.getMessage());
      require(said.startsWith(name + ", "), said);
      require(said.contains(": expected ") && said.contains(", found "), said);
    } catch (IOException e) {
      // archives tell of damaged parts so, with the same sentence inside
      require(e.getCause() instanceof FormatException, String.valueOf(e));
    }
  }

  private static void check(Mesh mesh) {
    require(mesh.triangleCount() > 0, "a facet");
    for (int vertex : mesh.triangles()) {
      require(vertex >= 0 && vertex < mesh.vertexCount(), "vertices that are there");
    }
    for (float coordinate : mesh.positions()) {
      require(Float.isFinite(coordinate), "finite coordinates");
    }
    int next = 0;
    for (MeshPart part : mesh.parts()) {
      require(part.firstTriangle() == next && part.triangles() > 0, "parts in turn");
      next += part.triangles();
    }
    require(next == mesh.triangleCount(), "parts that cover the mesh");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
