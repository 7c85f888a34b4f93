package touchmark.ledger.model;

import java.util.List;

/// A signed transaction: the exact payload bytes, and one signature for each of its signers in the
/// same order. What is signed, hashed, stored and sent is these bytes, never a re-encoding.
public record Envelope(Bytes payload, List<Bytes> signatures) {
  public Envelope {
    signatures = List.copyOf(signatures);
  }
}
