package touchmark.ledger.model;

/// 128 random bits, so that two statements of the same words have different names.
public record Nonce(long high, long low) {}
