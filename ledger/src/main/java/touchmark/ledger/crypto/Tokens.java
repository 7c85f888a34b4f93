package touchmark.ledger.crypto;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import touchmark.ledger.crypto.token.Token;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.crypto.token.TokenException;

/// The tokens that a key ring has opened. Safe for use by any thread.
final class Tokens {
  private final Pins pins;

  /// Guarded by this.
  private final Map<TokenAddress, Token> open = new HashMap<>();

  Tokens(Pins pins) {
    this.pins = pins;
  }

  /// What is done with a token.
  interface Use<T> {
    T with(Token token) throws TokenException;
  }

  /// Opens the token if that was not done before.
  ///
  /// @throws KeyUnavailableException if it cannot be opened, or the use fails
  <T> T use(TokenAddress address, Use<T> use) {
    return said(
        () -> {
          Token token = opened(address);
          try {
            return use.with(token);
          } catch (TokenException e) {
            forget(address);
            throw e;
          }
        });
  }

  /// What may fail on a token.
  interface Work<T> {
    T done() throws TokenException;
  }

  static <T> T said(Work<T> work) {
    try {
      return work.done();
    } catch (TokenException e) {
      throw new KeyUnavailableException(
          switch (e.reason()) {
            case WRONG_PIN -> KeyUnavailableException.Reason.LOCKED;
            case MISSING, FAILED -> KeyUnavailableException.Reason.MISSING;
          },
          String.valueOf(e.getMessage()),
          e);
    }
  }

  private synchronized Token opened(TokenAddress address) throws TokenException {
    Token known = open.get(address);
    if (known != null) {
      return known;
    }
    char[] pin = pins.pinOf(address);
    try {
      Token token = Token.open(address, pin);
      open.put(address, token);
      return token;
    } finally {
      Arrays.fill(pin, ' ');
    }
  }

  /// A token that failed is opened anew the next time: it may have been unplugged.
  private synchronized void forget(TokenAddress address) {
    open.remove(address);
  }
}
