package touchmark.app.signature.cms;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/// The signature algorithms that count, and which digest each of them brings along: it has to be
/// the one that the signer states, since that is the one whose strength is judged.
final class SignatureAlgorithms {
  /// Those that bring a digest along.
  private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> WITH_DIGEST =
      Map.of(
          PKCSObjectIdentifiers.sha1WithRSAEncryption, OIWObjectIdentifiers.idSHA1,
          PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
          PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
          PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512,
          X9ObjectIdentifiers.ecdsa_with_SHA1, OIWObjectIdentifiers.idSHA1,
          X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
          X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
          X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512);

  private SignatureAlgorithms() {}

  /// Why a signature counts for nothing, whatever its bytes are; empty when it may count.
  static Optional<String> objection(SignerInformation signer) {
    AlgorithmIdentifier algorithm = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    ASN1ObjectIdentifier id = algorithm.getAlgorithm();
    ASN1ObjectIdentifier stated = signer.getDigestAlgorithmID().getAlgorithm();
    if (id.equals(PKCSObjectIdentifiers.rsaEncryption)
        || id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return Optional.empty();
    }
    if (id.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return signer.getSignedAttributes() == null
          ? Optional.of("it has no signed attributes, without which Ed25519 is not checked")
          : Optional.empty();
    }
    ASN1ObjectIdentifier brought =
        id.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
            ? RSASSAPSSparams.getInstance(algorithm.getParameters())
                .getHashAlgorithm()
                .getAlgorithm()
            : WITH_DIGEST.get(id);
    if (brought == null) {
      return Optional.of("its signature algorithm " + id + " counts for nothing");
    }
    return brought.equals(stated)
        ? Optional.empty()
        : Optional.of("it states the digest " + stated + " and is made with " + brought);
  }
}
