package touchmark.ledger.fuzz;

import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Transaction;

/// A payload is read, or refused with a sentence.
public final class PayloadFuzz {
  private PayloadFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Transaction tx = PayloadCodec.decode(Bytes.of(data));
      Targets.require(tx.txId().equals(PayloadCodec.txId(Bytes.of(data))), "one name");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
