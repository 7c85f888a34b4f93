package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import touchmark.ledger.codec.Golden;
import touchmark.ledger.model.Bytes;

class SignatureTest {
  private static final X9ECParameters P256 = SECNamedCurves.getByName("secp256r1");
  private static final BigInteger ORDER = P256.getN();
  private static final byte[] MESSAGE = "sample".getBytes(StandardCharsets.US_ASCII);

  /// The key of [RFC 6979 A.2.5].
  private static final ECPrivateKeyParameters PUBLISHED_KEY =
      new ECPrivateKeyParameters(
          new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16),
          new ECDomainParameters(P256));

  @Test
  void signaturesAreThoseOfRfc6979WithTheLowerS() throws Exception {
    assertSigned(
        "sample",
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
        ORDER
            .subtract(
                new BigInteger(
                    "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8", 16))
            .toString(16));
    assertSigned(
        "test",
        "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
        "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083");
  }

  @Test
  void theSignatureOfAPayloadKeepsItsForm() throws Exception {
    try (var signed = SignatureTest.class.getResourceAsStream("/golden/envelope.signed-bytes")) {
      Golden.check("envelope.signature.der", Ecdsa.sign(PUBLISHED_KEY, signed.readAllBytes()));
    }
  }

  @Test
  void aSignatureHoldsForItsMessageAndKeyOnly() throws Exception {
    KeyPair keys = KeyMaker.p256();
    Certificate certificate = certificate(keys, "SHA256withECDSA");
    SigningKey key = new SoftwareKey(keys.getPrivate(), certificate.der());
    Bytes signature = key.sign(MESSAGE);

    assertThat(SignatureVerifier.verifies(certificate, MESSAGE, signature)).isTrue();
    assertThat(
            SignatureVerifier.verifies(
                certificate, "Sample".getBytes(StandardCharsets.US_ASCII), signature))
        .isFalse();
    assertThat(
            SignatureVerifier.verifies(
                certificate(KeyMaker.p256(), "SHA256withECDSA"), MESSAGE, signature))
        .isFalse();
  }

  @Test
  void theTwinOfASignatureIsRefused() throws Exception {
    KeyPair keys = KeyMaker.p256();
    Certificate certificate = certificate(keys, "SHA256withECDSA");
    byte[] signature =
        new SoftwareKey(keys.getPrivate(), certificate.der()).sign(MESSAGE).toArray();
    ASN1Sequence rs = ASN1Sequence.getInstance(signature);
    BigInteger r = ASN1Integer.getInstance(rs.getObjectAt(0)).getValue();
    BigInteger s = ASN1Integer.getInstance(rs.getObjectAt(1)).getValue();
    byte[] twin = der(r, ORDER.subtract(s));

    assertThat(SignatureVerifier.verifiesLeniently(certificate, MESSAGE, twin)).isTrue();
    assertThat(SignatureVerifier.verifies(certificate, MESSAGE, Bytes.of(twin))).isFalse();
    refused(certificate, der(r, s.add(ORDER)));
    refused(certificate, der(r.subtract(ORDER), s));
    refused(certificate, der(BigInteger.ZERO, s));
    refused(certificate, der(r, BigInteger.ZERO));
    refused(certificate, der(BigInteger.ZERO, BigInteger.ZERO));
  }

  @Test
  void signaturesThatAreNoStrictDerAreRefused() throws Exception {
    KeyPair keys = KeyMaker.p256();
    Certificate certificate = certificate(keys, "SHA256withECDSA");
    byte[] good = new SoftwareKey(keys.getPrivate(), certificate.der()).sign(MESSAGE).toArray();

    refused(certificate, new byte[0]);
    refused(certificate, new byte[] {0x30, 0});
    refused(certificate, Arrays.copyOf(good, good.length + 1));
    refused(certificate, Arrays.copyOf(good, good.length - 1));
    refused(certificate, withLongLength(good));
    refused(certificate, withLeadingZero(good));
    refused(certificate, HexFormat.of().parseHex("3080020101020101" + "0000"));
    refused(certificate, HexFormat.of().parseHex("3009020101020101020101"));
    refused(certificate, HexFormat.of().parseHex("30060c01410c0141"));
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      refused(certificate, bad);
    }
  }

  @Test
  void whatIsStrictIsDecidedAsBouncyCastleDecides() throws Exception {
    Random random = new Random(11);
    int strict = 0;
    for (int i = 0; i < 20_000; i++) {
      BigInteger r = new BigInteger(random.nextInt(258), random);
      BigInteger s = new BigInteger(random.nextInt(258), random);
      byte[] bytes = der(random.nextInt(8) == 0 ? r.negate() : r, s);
      for (int change = random.nextInt(3); change > 0; change--) {
        bytes[random.nextInt(Math.min(bytes.length, 8))] = (byte) random.nextInt(256);
      }
      byte[] signature = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(80)) : bytes;
      assertThat(Ecdsa.strict(signature).map(List::of)).isEqualTo(reference(signature));
      strict += Ecdsa.strict(signature).isPresent() ? 1 : 0;
    }
    assertThat(strict).isBetween(1_000, 19_000);
  }

  private static Optional<List<BigInteger>> reference(byte[] signature) {
    if (!DerShape.isSound(signature)) {
      return Optional.empty();
    }
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, signature);
      boolean low = rs[1].compareTo(ORDER.shiftRight(1)) <= 0;
      return rs[0].signum() > 0 && rs[1].signum() > 0 && low
          ? Optional.of(List.of(rs))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      return Optional.empty();
    }
  }

  @Test
  void ed25519SignaturesAreVerified() throws Exception {
    verifiesAndRefuses(Forge.keys("Ed25519", 0), "Ed25519");
  }

  @Test
  void rsaSignaturesAreVerified() throws Exception {
    verifiesAndRefuses(Forge.keys("RSA", 3072), "SHA256withRSA");
  }

  @Test
  void mlDsa65SignaturesAreVerified() throws Exception {
    verifiesAndRefuses(Forge.keys("ML-DSA-65", 0), "ML-DSA-65");
  }

  @Test
  void theProviderIsNeverInsertedInThePlatformsList() throws Exception {
    verifiesAndRefuses(Forge.keys("Ed25519", 0), "Ed25519");
    assertThat(Security.getProvider("BC")).isNull();
  }

  private static void verifiesAndRefuses(KeyPair keys, String algorithm) throws Exception {
    Certificate certificate = certificate(keys, algorithm);
    new Certificates().requireAuthority(certificate, Forge.NOW);
    Signature signer = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
    signer.initSign(keys.getPrivate());
    signer.update(MESSAGE);
    byte[] signature = signer.sign();

    assertThat(SignatureVerifier.verifies(certificate, MESSAGE, Bytes.of(signature))).isTrue();
    assertThat(SignatureVerifier.verifies(certificate, new byte[1], Bytes.of(signature))).isFalse();
    refused(certificate, Arrays.copyOf(signature, signature.length + 1));
    refused(certificate, Arrays.copyOf(signature, signature.length - 1));
    refused(certificate, new byte[0]);
    signature[signature.length / 2] ^= 1;
    refused(certificate, signature);
  }

  private static Certificate certificate(KeyPair keys, String algorithm) throws Exception {
    return Certificate.parse(Forge.authority(keys).withAlgorithm(algorithm).make());
  }

  private static void assertSigned(String message, String r, String s) throws Exception {
    assertThat(Ecdsa.sign(PUBLISHED_KEY, message.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(der(new BigInteger(r, 16), new BigInteger(s, 16)));
  }

  private static void refused(Certificate certificate, byte[] signature) {
    assertThat(SignatureVerifier.verifies(certificate, MESSAGE, Bytes.of(signature)))
        .as(HexFormat.of().formatHex(signature))
        .isFalse();
  }

  private static byte[] der(BigInteger r, BigInteger s) throws Exception {
    return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
  }

  private static byte[] withLongLength(byte[] good) {
    byte[] bad = new byte[good.length + 1];
    bad[0] = good[0];
    bad[1] = (byte) 0x81;
    System.arraycopy(good, 1, bad, 2, good.length - 1);
    return bad;
  }

  private static byte[] withLeadingZero(byte[] good) {
    byte[] bad = new byte[good.length + 1];
    System.arraycopy(good, 0, bad, 0, 4);
    bad[1]++;
    bad[3]++;
    System.arraycopy(good, 4, bad, 5, good.length - 4);
    return bad;
  }
}
