package touchmark.ledger.model;

import java.util.List;

/// A signed transaction: the exact payload bytes, and one signature for each of its signers in the
/// same order. What is signed, hashed, stored and sent is these bytes, never a re-encoding.
public record Envelope(Bytes payload, List<Bytes> signatures) {
  /// Longest signature in bytes; ML-DSA-65 makes 3309.
  public static final int LONGEST_SIGNATURE = 4 * 1024;

  public Envelope {
    Bytes.requireLength("the payload", payload, 1, Limits.WIDEST.largestPayload());
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > Transaction.MOST_SIGNERS) {
      throw new IllegalArgumentException(
          "an envelope has 1 to "
              + Transaction.MOST_SIGNERS
              + " signatures, not "
              + signatures.size());
    }
    signatures.forEach(
        signature -> Bytes.requireLength("a signature", signature, 1, LONGEST_SIGNATURE));
  }
}
