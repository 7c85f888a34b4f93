package touchmark.ledger.crypto;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.token.Token;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.model.Bytes;

/// A private key that was made elsewhere, with the certificate that came with it.
public sealed interface ForeignKey {
  /// DER.
  Bytes certificate();

  /// Keeps it under an alias, with a certificate of ours.
  void keep(KeyEntries into, String alias, Bytes pseudonymous, Bytes authority)
      throws KeyRingException;

  /// Checks that the private key and the certificate's public key go together.
  ///
  /// @throws KeyRingException if they do not, or the key is of a kind that does not sign here
  void requirePair() throws KeyRingException;

  /// The certificate's public key.
  default PublicKey publicKey() {
    return KeyEntries.x509(certificate()).getPublicKey();
  }

  /// Out of a PKCS#12 file.
  record InFile(PrivateKey key, Bytes certificate) implements ForeignKey {
    @Override
    public void keep(KeyEntries into, String alias, Bytes pseudonymous, Bytes authority) {
      into.put(alias, key, pseudonymous, authority);
    }

    @Override
    public void requirePair() throws KeyRingException {
      if (!KeyAlgorithm.of(publicKey()).map(SoftwareKey.KINDS::contains).orElse(false)) {
        throw new KeyRingException(
            "the key is of no use: a P-256 or Ed25519 key is expected, not " + kindOf(publicKey()));
      }
      try {
        require(publicKey(), SoftwareKey.signing(key));
      } catch (IllegalArgumentException e) {
        throw new KeyRingException(String.valueOf(e.getMessage()), e);
      }
    }

    /// Nothing of the key.
    @Override
    public String toString() {
      return "ForeignKey.InFile[" + certificate + "]";
    }
  }

  /// In a token, beside its certificate.
  record InToken(Tokens tokens, TokenAddress address, Bytes certificate) implements ForeignKey {
    @Override
    public void keep(KeyEntries into, String alias, Bytes pseudonymous, Bytes authority)
        throws KeyRingException {
      into.remember(alias, pseudonymous, address.uri());
    }

    @Override
    public void requirePair() throws KeyRingException {
      require(publicKey(), new TokenKey(tokens, address, publicKey(), certificate)::sign);
    }

    static InToken of(Tokens tokens, TokenAddress address, Token.Entry entry) {
      return new InToken(tokens, address, CompanyPath.encoded(entry.chain().getFirst()));
    }
  }

  private static void require(PublicKey publicKey, Signing signing) throws KeyRingException {
    byte[] message = Hashing.sha256(new byte[] {1}).bytes();
    try {
      if (!SignatureVerifier.verifies(publicKey, message, signing.sign(message))) {
        throw new KeyRingException("the private key and its certificate do not go together");
      }
    } catch (BadCertificateException e) {
      throw new KeyRingException("the key is of no use: " + e.getMessage(), e);
    }
  }

  /// The kind of a key, for people.
  static String kindOf(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA of " + rsa.getModulus().bitLength() + " bits";
      case ECPublicKey ec -> "EC of " + ec.getParams().getOrder().bitLength() + " bits";
      default -> key.getAlgorithm();
    };
  }
}
