package touchmark.app.format.stl;

import touchmark.app.format.FuzzedMesh;

/// Bytes that claim to be STL.
public final class StlFuzz {
  private StlFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedMesh.read(new StlReader(), "fuzzed.stl", data);
  }
}
