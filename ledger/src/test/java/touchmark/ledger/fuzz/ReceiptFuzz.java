package touchmark.ledger.fuzz;

import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.ReceiptCheck;
import touchmark.ledger.receipt.TrustPolicy;

/// A receipt has exactly one form; it holds, or is refused with a sentence.
public final class ReceiptFuzz {
  private static final TrustPolicy POLICY = Targets.policy();

  private ReceiptFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Receipt receipt;
    try {
      receipt = Receipt.parse(data);
    } catch (MalformedException e) {
      Targets.requireSentence(e);
      return;
    }
    Targets.require(Arrays.equals(data, receipt.encode()), "a receipt with a second form");
    Checked checked = ReceiptCheck.check(receipt, Optional.of(POLICY));
    if (checked instanceof Checked.Refused refused) {
      Targets.require(!refused.reason().isBlank(), "a sentence");
    }
  }
}
