package touchmark.ledger.crypto;

import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;

/// A private key that can sign, wherever it lives, with the certificate that goes with it.
public interface SigningKey {
  /// The certificate's DER bytes.
  Bytes certificate();

  /// SHA-256 of the certificate's DER bytes.
  CertificateHash certificateHash();

  /// Where the key lives.
  default KeyPlace place() {
    return KeyPlace.HOME;
  }

  /// Signs a message. ECDSA signatures are DER with low S; those made in software are deterministic
  /// [RFC 6979].
  ///
  /// @throws KeyUnavailableException if the key's token or file is not at hand
  Bytes sign(byte[] message);
}
