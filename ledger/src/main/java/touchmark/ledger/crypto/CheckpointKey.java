package touchmark.ledger.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import touchmark.ledger.model.Bytes;

/// A public key of a log or witness, in the raw form in which C2SP's texts write it.
public record CheckpointKey(Kind kind, Bytes raw) {

  /// The algorithms that sign checkpoints.
  public enum Kind {
    /// [RFC 8032 5.1].
    ED25519("Ed25519", 32, 64),
    /// [FIPS 204], pure, with an empty context.
    ML_DSA_44("ML-DSA-44", 1312, 2420);

    private final String algorithm;
    private final int keyLength;
    private final int signatureLength;

    Kind(String algorithm, int keyLength, int signatureLength) {
      this.algorithm = algorithm;
      this.keyLength = keyLength;
      this.signatureLength = signatureLength;
    }

    private ASN1ObjectIdentifier identifier() {
      return switch (this) {
        case ED25519 -> EdECObjectIdentifiers.id_Ed25519;
        case ML_DSA_44 -> NISTObjectIdentifiers.id_ml_dsa_44;
      };
    }

    /// As standards write it, `ML-DSA-44`.
    public String algorithm() {
      return algorithm;
    }

    /// Bytes of a public key.
    public int keyLength() {
      return keyLength;
    }

    /// Bytes of a signature.
    public int signatureLength() {
      return signatureLength;
    }
  }

  /// @throws IllegalArgumentException if the bytes are no key that a signer could have made: of
  ///   another length, no point of the curve, or one of small order, for which anybody can sign
  public CheckpointKey {
    if (raw.length() != kind.keyLength) {
      throw new IllegalArgumentException(
          "an %s public key has %d bytes, not %d"
              .formatted(kind.algorithm, kind.keyLength, raw.length()));
    }
    if (kind == Kind.ED25519 && !Ed25519.validatePublicKeyFull(raw.toArray(), 0)) {
      throw new IllegalArgumentException(
          "the bytes are no Ed25519 public key of the curve's large group");
    }
  }

  /// The raw key out of a certificate's or the platform's form.
  ///
  /// @throws IllegalArgumentException if it is another kind of key
  static CheckpointKey of(Kind kind, PublicKey key) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    if (!info.getAlgorithm().getAlgorithm().equals(kind.identifier())) {
      throw new IllegalArgumentException(
          "an %s key is expected, not %s".formatted(kind.algorithm, key.getAlgorithm()));
    }
    return new CheckpointKey(kind, Bytes.of(info.getPublicKeyData().getOctets()));
  }

  /// Whether this key made this signature of this message. Safe for use by any thread.
  public boolean verifies(byte[] message, Bytes signature) {
    if (signature.length() != kind.signatureLength) {
      return false;
    }
    byte[] bytes = signature.toArray();
    return switch (kind) {
      case ED25519 -> Ed25519.verify(bytes, 0, raw.toArray(), 0, message, 0, message.length);
      case ML_DSA_44 -> verifiesMlDsa(message, bytes);
    };
  }

  private boolean verifiesMlDsa(byte[] message, byte[] signature) {
    try {
      byte[] info =
          new SubjectPublicKeyInfo(new AlgorithmIdentifier(kind.identifier()), raw.toArray())
              .getEncoded();
      Signature verifier = Signature.getInstance(kind.algorithm, BouncyCastle.PROVIDER);
      verifier.initVerify(
          KeyFactory.getInstance(kind.algorithm, BouncyCastle.PROVIDER)
              .generatePublic(new X509EncodedKeySpec(info)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // The bytes are no signature of this algorithm at all: as wrong as any other.
      return false;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("any 1312 bytes are an ML-DSA-44 key", e);
    }
  }
}
