package touchmark.ledger.state;

/// Validators that were agreed on and do not seal yet.
///
/// @param activationHeight the first block that they seal; nothing at or above it may be sealed or
///   voted on before the change is final
public record Succession(long activationHeight, ValidatorSet next) {}
