package touchmark.app.signature;

import java.time.Instant;

/// Whether somebody took a signer's certificate back.
public sealed interface Revocation {
  /// Somebody did. When the signature was made does not matter: its time is the signer's word.
  ///
  /// @param by who says so, a noun
  record Revoked(Instant since, String by) implements Revocation {}

  /// Nobody did.
  ///
  /// @param by who says so, a noun
  record Good(String by) implements Revocation {}

  /// It was not asked.
  ///
  /// @param reason a clause
  record NotAsked(String reason) implements Revocation {}
}
