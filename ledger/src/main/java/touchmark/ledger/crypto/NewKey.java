package touchmark.ledger.crypto;

import java.security.KeyPair;
import java.security.PublicKey;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.token.Token;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.model.Bytes;

/// A key that was just made, before its certificate.
sealed interface NewKey {
  PublicKey publicKey();

  Signing signing();

  /// Keeps it under an alias.
  ///
  /// @param chain its certificate first
  void keep(KeyEntries into, String alias, Bytes... chain) throws KeyRingException;

  static NewKey of(KeyOrigin origin, Tokens tokens) {
    return switch (origin) {
      case KeyOrigin.Made made -> new InStore(KeyMaker.of(made.algorithm()));
      case KeyOrigin.InToken place -> {
        TokenAddress address = Tokens.said(place.token()::find);
        yield new InToken(tokens, address, tokens.use(address, Token::make));
      }
    };
  }

  /// Goes into the key store.
  record InStore(KeyPair keys) implements NewKey {
    @Override
    public PublicKey publicKey() {
      return keys.getPublic();
    }

    @Override
    public Signing signing() {
      return SoftwareKey.signing(keys.getPrivate());
    }

    @Override
    public void keep(KeyEntries into, String alias, Bytes... chain) {
      into.put(alias, keys.getPrivate(), chain);
    }
  }

  /// Stays in its token; the key store remembers where.
  record InToken(Tokens tokens, TokenAddress address, Token.Fresh fresh) implements NewKey {
    private static final int SHORT_HASH = 8;

    @Override
    public PublicKey publicKey() {
      return fresh.keys().getPublic();
    }

    @Override
    public Signing signing() {
      return message ->
          Bytes.of(
              Ecdsa.withLowS(
                  tokens.use(
                      address, token -> token.sign(fresh, Hashing.sha256(message).bytes()))));
    }

    @Override
    public void keep(KeyEntries into, String alias, Bytes... chain) throws KeyRingException {
      String hash = Hashing.certificate(chain[0]).hex().substring(0, SHORT_HASH);
      tokens.use(
          address,
          token -> {
            token.keep(fresh, alias + " " + hash, KeyEntries.x509(chain[0]));
            return address;
          });
      into.remember(alias, chain[0], address.uri());
    }
  }
}
