package touchmark.app.format.amf;

import touchmark.app.format.FuzzedMesh;

/// Bytes that claim to be AMF.
public final class AmfFuzz {
  private AmfFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedMesh.read(new AmfReader(), "fuzzed.amf", data);
  }
}
