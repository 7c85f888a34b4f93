package touchmark.ledger.crypto;

import touchmark.ledger.crypto.token.TokenAddress;

/// Where the PINs of tokens come from. Asked once for each token, when its first key is needed.
@FunctionalInterface
public interface Pins {
  /// For a process that cannot ask.
  Pins NONE =
      token -> {
        throw new KeyUnavailableException(
            KeyUnavailableException.Reason.LOCKED, "the " + token + " needs its PIN");
      };

  /// @return the caller overwrites it after use
  /// @throws KeyUnavailableException if there is none
  char[] pinOf(TokenAddress token);
}
