package touchmark.app.signature;

import java.time.Instant;

/// Whether the signer's certificates are valid by the clock. The time of a signature is what the
/// signer says; nobody else vouches for it.
public sealed interface Validity {
  /// All of them, now, and at the time of signing where one is stated.
  record Valid(Instant until) implements Validity {}

  /// They were valid when the signature says that it was made, or it does not say when; now they
  /// are not.
  record ExpiredNow(Instant from, Instant until) implements Validity {}

  /// They were not valid when the signature says that it was made.
  record InvalidThen(Instant from, Instant until, Instant signedAt) implements Validity {}
}
