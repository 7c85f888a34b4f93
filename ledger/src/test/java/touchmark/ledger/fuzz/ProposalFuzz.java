package touchmark.ledger.fuzz;

import touchmark.ledger.codec.Dsse;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.PartlySigned;

/// A transaction that lacks signatures is read, or refused with a sentence; what is read says the
/// same when it is passed on.
public final class ProposalFuzz {
  private ProposalFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    PartlySigned proposal;
    try {
      proposal = Dsse.decodePartly(data);
    } catch (MalformedException e) {
      Targets.requireSentence(e);
      return;
    }
    try {
      Targets.require(
          Dsse.decodePartly(Dsse.encode(proposal)).equals(proposal), "the same when passed on");
    } catch (MalformedException e) {
      throw new AssertionError("a proposal that was read cannot be passed on", e);
    }
  }
}
