package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import touchmark.ledger.model.Bytes;

/// The kinds of bad ECDSA signature that Project Wycheproof lists, made from a good one.
class KnownBadEcdsaTest {
  private static final BigInteger N = SECNamedCurves.getByName("secp256r1").getN();
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final byte[] MESSAGE = {1, 2, 3};
  private static final KeyPair KEYS = KeyMaker.p256();
  private static final Certificate CERTIFICATE = certificate();
  private static final byte[] GOOD =
      new SoftwareKey(KEYS.getPrivate(), CERTIFICATE.der()).sign(MESSAGE).toArray();
  private static final BigInteger R = part(0);
  private static final BigInteger S = part(1);

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void aKnownBadSignatureIsRefused(String lie, byte[] signature) {
    assertThat(SignatureVerifier.verifies(CERTIFICATE, MESSAGE, Bytes.of(signature)))
        .as("%s: %s", lie, HexFormat.of().formatHex(signature))
        .isFalse();
  }

  static Stream<Arguments> bad() {
    byte[] r = integer(R);
    byte[] s = integer(S);
    return Stream.of(
        lie("high s", pair(R, N.subtract(S))),
        lie("r and s exchanged", pair(S, R)),
        lie("r is 0", pair(BigInteger.ZERO, S)),
        lie("s is 0", pair(R, BigInteger.ZERO)),
        lie("r and s are 0", pair(BigInteger.ZERO, BigInteger.ZERO)),
        lie("r and s are 1", pair(BigInteger.ONE, BigInteger.ONE)),
        lie("r is -1", pair(BigInteger.ONE.negate(), S)),
        lie("s is -1", pair(R, BigInteger.ONE.negate())),
        lie("r is negative", pair(R.negate(), S)),
        lie("s is negative", pair(R, S.negate())),
        lie("r is r - n", pair(R.subtract(N), S)),
        lie("r is r + n", pair(R.add(N), S)),
        lie("s is s + n", pair(R, S.add(N))),
        lie("r is r + 2^256", pair(R.add(BigInteger.TWO.pow(256)), S)),
        lie("s is s + 2^320", pair(R, S.add(BigInteger.TWO.pow(320)))),
        lie("r is n", pair(N, S)),
        lie("s is n", pair(R, N)),
        lie("r is n - 1", pair(N.subtract(BigInteger.ONE), S)),
        lie("r is n + 1", pair(N.add(BigInteger.ONE), S)),
        lie("r is p", pair(P, S)),
        lie("r is p + 1", pair(P.add(BigInteger.ONE), S)),
        lie("r is 2^256", pair(BigInteger.TWO.pow(256), S)),
        lie("a sequence of one", sequence(r)),
        lie("a sequence of three", sequence(r, s, integer(BigInteger.ZERO))),
        lie("a sequence of none", sequence()),
        lie("s left out of its sequence", joined(sequence(r), s)),
        lie("r is null", sequence(hex("0500"), s)),
        lie("s is null", sequence(r, hex("0500"))),
        lie("r is true", sequence(hex("0101ff"), s)),
        lie("r is a real number", sequence(hex("090380fe01"), s)),
        lie("r is empty", sequence(hex("0200"), s)),
        lie("s is empty", sequence(r, hex("0200"))),
        lie("r is a bit string", sequence(retagged(r, 0x03), s)),
        lie("s is an octet string", sequence(r, retagged(s, 0x04))),
        lie("a set", retagged(GOOD, 0x31)),
        lie("a primitive sequence", retagged(GOOD, 0x10)),
        lie("an application's sequence", retagged(GOOD, 0x70)),
        lie("r with a zero in front", sequence(padded(R), s)),
        lie("s with a zero in front", sequence(r, padded(S))),
        lie("length in two bytes", longLength(GOOD, 1)),
        lie("length in three bytes", longLength(GOOD, 2)),
        lie("length in five bytes", longLength(GOOD, 4)),
        lie("length in nine bytes", longLength(GOOD, 8)),
        lie("r's length in two bytes", sequence(longLength(r, 1), s)),
        lie("indefinite length", joined(hex("3080"), r, s, hex("0000"))),
        lie("length one more", changed(GOOD, 1, 1)),
        lie("length one less", changed(GOOD, 1, -1)),
        lie("length 2^31 - 1", joined(hex("30847fffffff"), r, s)),
        lie("length 2^32 - 1", joined(hex("3084ffffffff"), r, s)),
        lie("length reserved", joined(hex("30ff"), r, s)),
        lie("r's length one more", sequence(changed(r, 1, 1), s)),
        lie("r's length one less", sequence(changed(r, 1, -1), s)),
        lie("a zero behind", joined(GOOD, hex("00"))),
        lie("two zeros behind", joined(GOOD, hex("0000"))),
        lie("null behind", joined(GOOD, hex("0500"))),
        lie("a zero inside", sequence(r, s, hex("00"))),
        lie("null inside", sequence(r, s, hex("0500"))),
        lie("a zero in front", joined(hex("00"), GOOD)),
        lie("twice", joined(GOOD, GOOD)),
        lie("in a sequence", sequence(GOOD)),
        lie("in an octet string", retagged(sequence(r, s), 0x24)),
        lie("in base64", java.util.Base64.getEncoder().encode(GOOD)),
        lie("as r and s of 32 bytes each", raw()),
        lie("empty", new byte[0]),
        lie("the tag alone", hex("30")),
        lie("tag and length alone", Arrays.copyOf(GOOD, 2)),
        lie("the first half", Arrays.copyOf(GOOD, GOOD.length / 2)),
        lie("without its last byte", Arrays.copyOf(GOOD, GOOD.length - 1)),
        lie("without its first byte", Arrays.copyOfRange(GOOD, 1, GOOD.length)),
        lie("a long tag", joined(hex("3f10"), Arrays.copyOfRange(GOOD, 1, GOOD.length))));
  }

  private static Arguments lie(String name, byte[] signature) {
    return Arguments.of(name, signature);
  }

  private static Certificate certificate() {
    try {
      return Certificate.parse(Forge.authority(KEYS).withAlgorithm("SHA256withECDSA").make());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static BigInteger part(int index) {
    return ASN1Integer.getInstance(ASN1Sequence.getInstance(GOOD).getObjectAt(index)).getValue();
  }

  private static byte[] pair(BigInteger r, BigInteger s) {
    return sequence(integer(r), integer(s));
  }

  private static byte[] integer(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return joined(new byte[] {0x02, (byte) bytes.length}, bytes);
  }

  private static byte[] padded(BigInteger value) {
    byte[] bytes = joined(new byte[1], value.toByteArray());
    return joined(new byte[] {0x02, (byte) bytes.length}, bytes);
  }

  private static byte[] sequence(byte[]... parts) {
    byte[] content = joined(parts);
    return content.length < 0x80
        ? joined(new byte[] {0x30, (byte) content.length}, content)
        : joined(new byte[] {0x30, (byte) 0x81, (byte) content.length}, content);
  }

  /// The element with its length in this many bytes more.
  private static byte[] longLength(byte[] element, int count) {
    byte[] length = new byte[count];
    length[count - 1] = element[1];
    return joined(
        new byte[] {element[0], (byte) (0x80 | count)},
        length,
        Arrays.copyOfRange(element, 2, element.length));
  }

  private static byte[] retagged(byte[] element, int tag) {
    byte[] other = element.clone();
    other[0] = (byte) tag;
    return other;
  }

  private static byte[] changed(byte[] element, int at, int by) {
    byte[] other = element.clone();
    other[at] += (byte) by;
    return other;
  }

  private static byte[] raw() {
    byte[] raw = new byte[64];
    byte[] r = R.toByteArray();
    byte[] s = S.toByteArray();
    System.arraycopy(
        r, Math.max(0, r.length - 32), raw, Math.max(0, 32 - r.length), Math.min(32, r.length));
    System.arraycopy(
        s,
        Math.max(0, s.length - 32),
        raw,
        32 + Math.max(0, 32 - s.length),
        Math.min(32, s.length));
    return raw;
  }

  private static byte[] joined(byte[]... parts) {
    int length = Stream.of(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
