package touchmark.ledger.consensus;

import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Transaction;

/// A signed transaction that asks for a place in the chain.
///
/// @param transaction what the envelope's payload says
public record Proposal(Transaction transaction, Envelope envelope) {
  /// Reads an envelope within a network's limits.
  public static Proposal read(Envelope envelope, Limits limits) throws MalformedException {
    return new Proposal(PayloadCodec.decode(envelope.payload(), limits), envelope);
  }
}
