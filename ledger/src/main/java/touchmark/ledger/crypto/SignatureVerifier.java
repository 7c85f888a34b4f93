package touchmark.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;

/// Checks signatures by a certificate's key. Safe for use by any thread.
public final class SignatureVerifier {
  private SignatureVerifier() {}

  /// Whether the certificate's key made this signature of this message. ECDSA signatures must be
  /// strict DER with low S. Says nothing of the certificate itself; see [Certificates].
  public static boolean verifies(Certificate certificate, byte[] message, Bytes signature) {
    byte[] bytes = signature.toArray();
    return (certificate.keyAlgorithm() != KeyAlgorithm.P256 || Ecdsa.isStrict(bytes))
        && verifiesLeniently(certificate, message, bytes);
  }

  /// The same, without the demand of low S: other authorities' certificates lack it.
  static boolean verifiesLeniently(Certificate certificate, byte[] message, byte[] signature) {
    try {
      return switch (certificate.keyAlgorithm()) {
        // The hash is the JDK's, the curve is Bouncy Castle's: each is the faster one.
        case P256 ->
            verifies("NONEwithECDSA", certificate, Hashing.sha256(message).bytes(), signature);
        case ED25519 -> verifies("Ed25519", certificate, message, signature);
        case RSA -> verifies("SHA256withRSA", certificate, message, signature);
        case ML_DSA_65 -> verifies("ML-DSA-65", certificate, message, signature);
      };
    } catch (SignatureException e) {
      // The bytes are no signature of this algorithm at all: as wrong as any other.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checked key and a known algorithm go together", e);
    }
  }

  private static boolean verifies(
      String algorithm, Certificate certificate, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
    verifier.initVerify(certificate.publicKey());
    verifier.update(message);
    return verifier.verify(signature);
  }
}
