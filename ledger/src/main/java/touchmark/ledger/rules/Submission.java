package touchmark.ledger.rules;

import java.time.Instant;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Transaction;

/// What the rules judge: a transaction, the signed bytes that it was read from, and the time of the
/// block that would take it.
public record Submission(Transaction transaction, Envelope envelope, Instant blockTime) {}
