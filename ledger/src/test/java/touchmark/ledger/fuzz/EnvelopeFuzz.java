package touchmark.ledger.fuzz;

import java.util.Arrays;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;

/// An envelope has exactly one frame.
public final class EnvelopeFuzz {
  private EnvelopeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      byte[] again = Envelopes.encode(Envelopes.decode(data));
      Targets.require(Arrays.equals(data, again), "an envelope with a second frame");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
