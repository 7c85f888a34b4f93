package touchmark.app.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.model.Fingerprint;

/// The sample bracket sliced, for tests; made once.
public final class BracketGcode {
  /// As designed, and with the cavity.
  private static final String GENUINE = sliced(new SampleBracket().genuine());

  private static final String TAMPERED = sliced(new SampleBracket().tampered());

  private BracketGcode() {}

  public static String genuine() {
    return GENUINE;
  }

  public static String tampered() {
    return TAMPERED;
  }

  private static String sliced(Mesh mesh) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SampleSlicer().slice(mesh, "bracket.3mf", Fingerprint.parse("0".repeat(64)), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
