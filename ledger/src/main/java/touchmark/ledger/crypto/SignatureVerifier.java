package touchmark.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;

/// Checks signatures by a certificate's key. Safe for use by any thread.
public final class SignatureVerifier {
  private SignatureVerifier() {}

  /// Whether the certificate's key made this signature of this message. ECDSA signatures must be
  /// strict DER with low S. Says nothing of the certificate itself; see [Certificates].
  public static boolean verifies(Certificate certificate, byte[] message, Bytes signature) {
    byte[] bytes = signature.toArray();
    return certificate
        .p256()
        .map(key -> Ecdsa.verifies(key, message, bytes))
        .orElseGet(() -> verifiesLeniently(certificate, message, bytes));
  }

  /// Whether a key made this signature of this message.
  ///
  /// @throws BadCertificateException if the key is of no accepted kind
  static boolean verifies(PublicKey key, byte[] message, Bytes signature)
      throws BadCertificateException {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    KeyAlgorithm algorithm = KeyAlgorithm.of(info);
    return verifiesLeniently(algorithm, algorithm.publicKey(info), message, signature.toArray());
  }

  /// The same, without the demand of low S: other authorities' certificates lack it.
  static boolean verifiesLeniently(Certificate certificate, byte[] message, byte[] signature) {
    return verifiesLeniently(
        certificate.keyAlgorithm(), certificate.publicKey(), message, signature);
  }

  private static boolean verifiesLeniently(
      KeyAlgorithm algorithm, PublicKey key, byte[] message, byte[] signature) {
    try {
      return switch (algorithm) {
        // The hash is the JDK's, the curve is Bouncy Castle's: each is the faster one.
        case P256 -> verifies("NONEwithECDSA", key, Hashing.sha256(message).bytes(), signature);
        case ED25519 -> verifies("Ed25519", key, message, signature);
        case RSA -> verifies("SHA256withRSA", key, message, signature);
        case ML_DSA_65 -> verifies("ML-DSA-65", key, message, signature);
      };
    } catch (SignatureException e) {
      // The bytes are no signature of this algorithm at all: as wrong as any other.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checked key and a known algorithm go together", e);
    }
  }

  private static boolean verifies(String algorithm, PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(signature);
  }
}
