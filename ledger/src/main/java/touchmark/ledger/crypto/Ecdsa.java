package touchmark.ledger.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import touchmark.ledger.codec.Hashing;

/// ECDSA on P-256 in its one form: k by [RFC 6979], the lower of the two values of s, strict DER.
/// So nobody can make a second signature out of a first.
final class Ecdsa {
  private static final BigInteger ORDER = SECNamedCurves.getByName("secp256r1").getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  // Tag and length of the whole, and of a number.
  private static final int HEAD = 2;
  private static final int NUMBER_HEAD = 2;
  private static final int SHORTEST = HEAD + 2 * (NUMBER_HEAD + 1);
  private static final int LONGEST = HEAD + 2 * (NUMBER_HEAD + 33);

  private Ecdsa() {}

  static byte[] sign(ECPrivateKeyParameters key, byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(Hashing.sha256(message).bytes());
    return encode(rs[0], rs[1]);
  }

  /// The same signature with the lower of the two values of s, which tokens do not care for.
  static byte[] withLowS(byte[] signature) {
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, signature);
      return encode(rs[0], rs[1]);
    } catch (IOException | IllegalArgumentException e) {
      throw new KeyUnavailableException(
          KeyUnavailableException.Reason.MISSING, "the token made no ECDSA signature", e);
    }
  }

  private static byte[] encode(BigInteger r, BigInteger s) {
    BigInteger low = s.compareTo(HALF_ORDER) > 0 ? ORDER.subtract(s) : s;
    try {
      return StandardDSAEncoding.INSTANCE.encode(ORDER, r, low);
    } catch (IOException e) {
      throw new IllegalStateException("two numbers can always be written as DER", e);
    }
  }

  /// A certificate's key, which was checked to be a point on the curve.
  static ECPublicKeyParameters parameters(SubjectPublicKeyInfo key) throws BadCertificateException {
    try {
      return (ECPublicKeyParameters) PublicKeyFactory.createKey(key);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadCertificateException("the certificate's public key is no P-256 key", e);
    }
  }

  /// Whether a key made this signature of this message, in the one form. Takes the curve without
  /// the provider around it, which costs a tenth more.
  static boolean verifies(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    Optional<BigInteger[]> rs = strict(signature);
    if (rs.isEmpty()) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(Hashing.sha256(message).bytes(), rs.get()[0], rs.get()[1]);
  }

  /// The two numbers of a signature that is strict DER [X.690 8.3] of numbers in their range, s
  /// being the lower one.
  static Optional<BigInteger[]> strict(byte[] signature) {
    int middle = HEAD + NUMBER_HEAD + (signature.length > HEAD + 1 ? signature[HEAD + 1] : 0);
    boolean sequence =
        signature.length >= SHORTEST
            && signature.length <= LONGEST
            && signature[0] == SEQUENCE
            && signature[1] == signature.length - HEAD
            && middle > HEAD + NUMBER_HEAD
            && middle < signature.length - NUMBER_HEAD;
    if (!sequence
        || !isPositive(signature, HEAD, middle)
        || !isPositive(signature, middle, signature.length)) {
      return Optional.empty();
    }
    BigInteger r = number(signature, HEAD, middle);
    BigInteger s = number(signature, middle, signature.length);
    return r.compareTo(ORDER) < 0 && s.compareTo(HALF_ORDER) <= 0
        ? Optional.of(new BigInteger[] {r, s})
        : Optional.empty();
  }

  /// Whether these bytes are one INTEGER above zero, in its shortest form.
  private static boolean isPositive(byte[] der, int from, int to) {
    int first = from + NUMBER_HEAD;
    return der[from] == INTEGER
        && der[from + 1] == to - first
        && (der[first] > 0 || (der[first] == 0 && to - first > 1 && der[first + 1] < 0));
  }

  private static BigInteger number(byte[] der, int from, int to) {
    return new BigInteger(der, from + NUMBER_HEAD, to - from - NUMBER_HEAD);
  }
}
