package touchmark.ledger.crypto;

import java.security.PublicKey;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A P-256 key that stays in its token. The token is opened at the first signature.
final class TokenKey implements SigningKey {
  private final Tokens tokens;
  private final TokenAddress address;
  private final PublicKey publicKey;
  private final Bytes certificate;
  private final CertificateHash certificateHash;

  /// @param publicKey by which the token finds the private one
  TokenKey(Tokens tokens, TokenAddress address, PublicKey publicKey, Bytes certificate) {
    this.tokens = tokens;
    this.address = address;
    this.publicKey = publicKey;
    this.certificate = certificate;
    this.certificateHash = Hashing.certificate(certificate);
  }

  boolean isIn(TokenAddress token) {
    return address.equals(token);
  }

  @Override
  public Bytes certificate() {
    return certificate;
  }

  @Override
  public CertificateHash certificateHash() {
    return certificateHash;
  }

  @Override
  public KeyPlace place() {
    return KeyPlace.TOKEN;
  }

  @Override
  public Bytes sign(byte[] message) {
    byte[] hash = Hashing.sha256(message).bytes();
    return Bytes.of(Ecdsa.withLowS(tokens.use(address, token -> token.sign(publicKey, hash))));
  }
}
