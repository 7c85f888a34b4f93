package touchmark.app.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import touchmark.app.format.amf.AmfFuzz;
import touchmark.app.format.obj.ObjFuzz;
import touchmark.app.format.ply.PlyFuzz;
import touchmark.app.format.stl.StlFuzz;
import touchmark.app.format.threemf.ThreeMfFuzz;
import touchmark.app.mesh.Solids;

/// Small valid files of each kind, to begin fuzzing with.
public final class MeshSpecimens {
  private static final Solids PART = new Solids().cube(0, 0, 0, 10).hollow(3, 3, 3, 4);

  /// A target and what it begins with.
  record Kind(Class<?> target, Consumer<byte[]> run, List<byte[]> specimens) {
    @Override
    public String toString() {
      return target.getSimpleName();
    }
  }

  private MeshSpecimens() {}

  static List<Kind> all() {
    return List.of(
        new Kind(
            StlFuzz.class,
            StlFuzz::fuzzerTestOneInput,
            List.of(
                PART.binaryStl("COLOR=\u0001\u0002\u0003\u0004"),
                bytes(PART.asciiStl("a") + PART.asciiStl("b")))),
        new Kind(
            ObjFuzz.class,
            ObjFuzz::fuzzerTestOneInput,
            List.of(
                bytes(
                    "mtllib a.mtl\no body\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nv 0.5 0.5 1e0\n"
                        + "usemtl red\nf 1/1/1 2//2 3 4\ng lid # c\nf -1 -2 -3\nf 5 1 \\\n 2\n"))),
        new Kind(
            PlyFuzz.class,
            PlyFuzz::fuzzerTestOneInput,
            List.of(
                bytes(ply("ascii") + "0 0 0 9\n1 0 0 9\n0 1 0 9\n0 0 1 9\n3 0 1 2\n4 0 1 2 3\n"),
                binaryPly("binary_little_endian", true),
                binaryPly("binary_big_endian", false))),
        new Kind(
            ThreeMfFuzz.class, ThreeMfFuzz::fuzzerTestOneInput, List.of(ThreeMfFuzz.specimens())),
        new Kind(
            AmfFuzz.class,
            AmfFuzz::fuzzerTestOneInput,
            List.of(
                bytes(
                    "<?xml version='1.0'?><amf unit='inch'><object id='1'><metadata type='name'>a"
                        + "</metadata><color><r>1</r><g>0.5</g><b>0</b></color><mesh><vertices>"
                        + vertex(0, 0, 0)
                        + vertex(1, 0, 0)
                        + vertex(0, 1, 0)
                        + "</vertices><volume materialid='2'><triangle><v1>0</v1><v2>1</v2>"
                        + "<v3>2</v3></triangle></volume></mesh></object><material id='2'/>"
                        + "<constellation id='3'><instance objectid='1'><deltax>5</deltax>"
                        + "<rz>45</rz></instance></constellation></amf>"))));
  }

  private static String vertex(int x, int y, int z) {
    return "<vertex><coordinates><x>"
        + x
        + "</x><y>"
        + y
        + "</y><z>"
        + z
        + "</z></coordinates></vertex>";
  }

  private static String ply(String form) {
    return "ply\nformat "
        + form
        + " 1.0\ncomment c\nelement vertex 4\nproperty float x\nproperty float y\n"
        + "property float z\nproperty uchar red\nelement face 2\n"
        + "property list uchar int vertex_indices\nend_header\n";
  }

  private static byte[] binaryPly(String form, boolean little) {
    byte[] header = bytes(ply(form));
    ByteBuffer data =
        ByteBuffer.allocate(header.length + 4 * 13 + 13 + 17)
            .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    data.put(header);
    for (int vertex = 0; vertex < 4; vertex++) {
      data.putFloat(vertex == 1 ? 1 : 0).putFloat(vertex == 2 ? 1 : 0);
      data.putFloat(vertex == 3 ? 1 : 0).put((byte) 9);
    }
    data.put((byte) 3).putInt(0).putInt(1).putInt(2);
    data.put((byte) 4).putInt(0).putInt(1).putInt(2).putInt(3);
    return data.array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Writes the specimens into folders of the targets' names.
  public static void main(String[] arguments) throws IOException {
    for (Kind kind : all()) {
      Path folder = Files.createDirectories(Path.of(arguments[0], kind.toString()));
      for (int i = 0; i < kind.specimens().size(); i++) {
        Files.write(folder.resolve("specimen-" + i), kind.specimens().get(i));
      }
    }
  }
}
