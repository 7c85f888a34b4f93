package touchmark.app.format.obj;

import touchmark.app.format.FuzzedMesh;

/// Bytes that claim to be a Wavefront OBJ.
public final class ObjFuzz {
  private ObjFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedMesh.read(new ObjReader(), "fuzzed.obj", data);
  }
}
