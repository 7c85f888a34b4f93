package touchmark.app.format.threemf;

import java.nio.charset.StandardCharsets;
import touchmark.app.format.FuzzedMesh;

/// Bytes that claim to be a 3MF: a whole package where they begin as one, else its model part, so
/// that neither packing nor sums stand before the model.
public final class ThreeMfFuzz {
  private ThreeMfFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    boolean whole = data.length > 2 && data[0] == 'P' && data[1] == 'K';
    byte[] bytes = whole ? data : new Packages().with(Packages.MODEL, data).zip();
    FuzzedMesh.read(new ThreeMfReader(), "fuzzed.3mf", bytes);
  }

  /// A package and two model parts.
  public static byte[][] specimens() {
    String beams =
        "<object id='1'><mesh><vertices><vertex x='0' y='0' z='0'/><vertex x='9' y='0' z='0'/>"
            + "</vertices><b:beamlattice radius='1' minlength='0' cap='butt'><b:beams>"
            + "<b:beam v1='0' v2='1' r2='2' cap1='sphere'/></b:beams><k:balls>"
            + "<k:ball vindex='1' r='3'/></k:balls></b:beamlattice></mesh></object>";
    String spaces =
        "unit='inch' xmlns:b='" + BeamLattice.NAMESPACE + "' xmlns:k='" + BeamLattice.BALLS + "'";
    String components =
        "<basematerials id='5'><base displaycolor='#FF8000'/></basematerials>"
            + "<object id='1' name='a' pid='5' pindex='0'><mesh><vertices>"
            + "<vertex x='0' y='0' z='0'/><vertex x='1' y='0' z='0'/><vertex x='0' y='1' z='0'/>"
            + "<vertex x='0' y='0' z='1'/></vertices><triangles><triangle v1='0' v2='2' v3='1'/>"
            + "<triangle v1='0' v2='1' v3='3'/></triangles></mesh></object>"
            + "<object id='2'><components><component objectid='1'/><component objectid='1'"
            + " transform='1 0 0 0 1 0 0 0 -1 5 5 5'/></components></object>";
    String item = "<item objectid='2'/>";
    return new byte[][] {
      new Packages().model("", components, item).zip(),
      Packages.modelText("", components, item).getBytes(StandardCharsets.UTF_8),
      Packages.modelText(spaces, beams, "<item objectid='1'/>").getBytes(StandardCharsets.UTF_8)
    };
  }
}
