package touchmark.app.format.ply;

import touchmark.app.format.FuzzedMesh;

/// Bytes that claim to be PLY.
public final class PlyFuzz {
  private PlyFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedMesh.read(new PlyReader(), "fuzzed.ply", data);
  }
}
