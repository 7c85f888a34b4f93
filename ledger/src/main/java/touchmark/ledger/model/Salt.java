package touchmark.ledger.model;

/// 256 random bits that keep a short text from being guessed out of its commitment.
public record Salt(Digest bits) {}
