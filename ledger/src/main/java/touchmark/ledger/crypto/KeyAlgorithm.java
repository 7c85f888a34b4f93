package touchmark.ledger.crypto;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// The public keys that are accepted, and with them the one signature algorithm of each.
public enum KeyAlgorithm {
  /// ECDSA on P-256 with SHA-256 [FIPS 186-5]; what this program makes.
  P256("EC"),
  /// [RFC 8032].
  ED25519("Ed25519"),
  /// RSASSA-PKCS1-v1_5 with SHA-256, moduli of 3072 to 8192 bits [RFC 8017 8.2].
  RSA("RSA"),
  /// [FIPS 204], with an empty context.
  ML_DSA_65("ML-DSA-65");

  private static final int SHORTEST_MODULUS = 3072;
  private static final int LONGEST_MODULUS = 8192;
  private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

  private final String keyFactory;

  KeyAlgorithm(String keyFactory) {
    this.keyFactory = keyFactory;
  }

  /// The kind of a key; empty when it is not accepted.
  static Optional<KeyAlgorithm> of(PublicKey key) {
    try {
      return Optional.of(of(SubjectPublicKeyInfo.getInstance(key.getEncoded())));
    } catch (BadCertificateException e) {
      return Optional.empty();
    }
  }

  static KeyAlgorithm of(SubjectPublicKeyInfo key) throws BadCertificateException {
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      if (!SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters())) {
        throw new BadCertificateException(
            "the certificate's elliptic curve is not P-256, named by its identifier");
      }
      return P256;
    }
    if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return ED25519;
    }
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return RSA;
    }
    if (algorithm.equals(NISTObjectIdentifiers.id_ml_dsa_65)) {
      return ML_DSA_65;
    }
    throw new BadCertificateException(
        "the certificate's key algorithm "
            + algorithm
            + " is none of P-256, Ed25519, RSA, ML-DSA-65");
  }

  /// The key, checked to be one: a point on the curve, a modulus of sufficient size.
  PublicKey publicKey(SubjectPublicKeyInfo info) throws BadCertificateException {
    PublicKey key;
    try {
      key =
          KeyFactory.getInstance(keyFactory, BouncyCastle.PROVIDER)
              .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bouncy Castle knows " + keyFactory, e);
    } catch (InvalidKeySpecException | java.io.IOException | IllegalArgumentException e) {
      throw new BadCertificateException("the certificate's public key is no " + this + " key", e);
    }
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < SHORTEST_MODULUS || bits > LONGEST_MODULUS) {
        throw new BadCertificateException(
            "the certificate's RSA key has %d bits, %d to %d are accepted"
                .formatted(bits, SHORTEST_MODULUS, LONGEST_MODULUS));
      }
      BigInteger exponent = rsa.getPublicExponent();
      if (exponent.compareTo(LEAST_EXPONENT) < 0
          || exponent.bitLength() > 32
          || !exponent.testBit(0)) {
        throw new BadCertificateException(
            "the certificate's RSA exponent is not an odd number of 17 to 32 bits");
      }
    }
    return key;
  }

  /// The algorithm with which a key of this kind signs certificates.
  ASN1ObjectIdentifier signatureIdentifier() {
    return switch (this) {
      case P256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
      case ED25519 -> EdECObjectIdentifiers.id_Ed25519;
      case RSA -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
      case ML_DSA_65 -> NISTObjectIdentifiers.id_ml_dsa_65;
    };
  }
}
