package touchmark.ledger.fuzz;

import touchmark.ledger.chain.Tip;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Bytes;

/// A genesis begins a chain, or is refused with a sentence.
public final class GenesisFuzz {
  private GenesisFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Targets.require(Tip.begin(Bytes.of(data)).height() == -1, "no block yet");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
