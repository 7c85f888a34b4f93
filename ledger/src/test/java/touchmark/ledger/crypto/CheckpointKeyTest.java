package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

class CheckpointKeyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  /// The order of Ed25519's large group [RFC 8032 5.1].
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /// Seed, public key, message, signature.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42,"
        + "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
        + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
        + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
  })
  void ed25519SignaturesAreThoseOfRfc8032(
      String seed, String publicKey, String message, String signature) {
    FixedSigner signer = FixedSigner.ofSeed(CheckpointKey.Kind.ED25519, hex(seed));

    assertThat(signer.key().raw()).isEqualTo(Bytes.of(hex(publicKey)));
    assertThat(signer.sign(hex(message))).isEqualTo(Bytes.of(hex(signature)));
    assertThat(signer.key().verifies(hex(message), Bytes.of(hex(signature)))).isTrue();
    assertThat(signer.key().verifies(hex(message + "00"), Bytes.of(hex(signature)))).isFalse();
  }

  @Test
  void anEd25519SignatureHasOneForm() {
    FixedSigner signer = FixedSigner.of(CheckpointKey.Kind.ED25519, "one form");
    byte[] message = {1, 2, 3};
    byte[] good = signer.sign(message).toArray();
    byte[] r = Arrays.copyOf(good, 32);
    BigInteger s = little(Arrays.copyOfRange(good, 32, 64));
    CheckpointKey key = signer.key();
    assertThat(key.verifies(message, Bytes.of(good))).isTrue();

    refused(key, message, joined(r, s.add(ORDER)));
    refused(key, message, joined(r, s.add(ORDER.shiftLeft(1))));
    refused(key, message, joined(r, ORDER.subtract(s)));
    refused(key, message, joined(r, BigInteger.ZERO));
    refused(key, message, joined(r, ORDER));
    refused(key, message, joined(r, ORDER.subtract(BigInteger.ONE)));
    refused(key, message, joined(r, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)));
    // R: zero, one (the neutral point), minus one, and p + 1, which is one in another form
    for (String point :
        new String[] {
          "00".repeat(32),
          "01" + "00".repeat(31),
          "ec" + "ff".repeat(30) + "7f",
          "ee" + "ff".repeat(30) + "7f",
          "ff".repeat(32)
        }) {
      refused(key, message, joined(hex(point), s));
      refused(key, message, joined(hex(point), BigInteger.ZERO));
    }
    refused(key, message, new byte[0]);
    refused(key, message, new byte[64]);
    refused(key, message, Arrays.copyOf(good, 63));
    refused(key, message, Arrays.copyOf(good, 65));
    for (int at = 0; at < good.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);
        refused(key, message, bad);
      }
    }
  }

  /// Points of order 1, 2, 4 and 8, in their forms and others: whoever trusts one trusts anybody.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void aKeyForWhichAnybodyCanSignIsRefused(String key) {
    assertThatThrownBy(() -> new CheckpointKey(CheckpointKey.Kind.ED25519, Bytes.of(hex(key))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no Ed25519 public key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 1311, 1312, 1313})
  void aKeyOfAnotherLengthIsRefused(int length) {
    assertThatThrownBy(
            () -> new CheckpointKey(CheckpointKey.Kind.ED25519, Bytes.of(new byte[length])))
        .isInstanceOf(IllegalArgumentException.class);
    if (length != 1312) {
      assertThatThrownBy(
              () -> new CheckpointKey(CheckpointKey.Kind.ML_DSA_44, Bytes.of(new byte[length])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1312 bytes");
    }
  }

  /// The accumulated vectors of C2SP's test vector collection [CCTV, ML-DSA/accumulated].
  @Test
  void mlDsa44IsThatOfFips204InAHundredPublishedKeysAndSignatures() {
    SHAKEDigest seeds = new SHAKEDigest(128);
    SHAKEDigest all = new SHAKEDigest(128);
    byte[] seed = new byte[32];
    for (int i = 0; i < 100; i++) {
      seeds.doOutput(seed, 0, seed.length);
      FixedSigner signer = FixedSigner.ofSeed(CheckpointKey.Kind.ML_DSA_44, seed);
      byte[] key = signer.key().raw().toArray();
      byte[] signature = signer.sign(new byte[0]).toArray();
      all.update(key, 0, key.length);
      all.update(signature, 0, signature.length);
      assertThat(signer.key().verifies(new byte[0], Bytes.of(signature))).isTrue();
    }
    byte[] result = new byte[32];
    all.doOutput(result, 0, result.length);
    assertThat(HexFormat.of().formatHex(result))
        .isEqualTo("d51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4");
  }

  @Test
  void anAlteredMlDsaSignatureIsRefused() {
    FixedSigner signer = FixedSigner.of(CheckpointKey.Kind.ML_DSA_44, "altered");
    byte[] message = {4, 5};
    byte[] good = signer.sign(message).toArray();
    assertThat(signer.key().verifies(message, Bytes.of(good))).isTrue();
    for (int at = 0; at < good.length; at += 7) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      refused(signer.key(), message, bad);
    }
    refused(signer.key(), message, new byte[good.length]);
    byte[] hints = good.clone();
    Arrays.fill(hints, hints.length - 84, hints.length, (byte) 0xff);
    refused(signer.key(), message, hints);
    refused(signer.key(), message, Arrays.copyOf(good, good.length + 1));
    refused(signer.key(), message, Arrays.copyOf(good, good.length - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ED25519", "ML_DSA_44"})
  void whatThePlatformSignsIsVerifiedByTheOtherEngine(CheckpointKey.Kind kind) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
    CheckpointKey key = CheckpointKey.of(kind, keys.getPublic());
    Signature signer = Signature.getInstance(kind.algorithm());
    signer.initSign(keys.getPrivate());
    signer.update(new byte[] {7});

    assertThat(key.verifies(new byte[] {7}, Bytes.of(signer.sign()))).isTrue();
  }

  @Test
  void aKeyRingKeepsCheckpointKeysUntilNewOnesAreMade(@TempDir Path folder) throws Exception {
    ResourceId acme = new ResourceId("acme");
    Path file = folder.resolve("keys.p12");
    KeyRing ring = KeyRing.create(file, "test".toCharArray(), CLOCK);
    OrganizationKeys organization = ring.addOrganization(acme, "Acme GmbH");
    assertThat(ring.checkpointKeys(acme)).isEmpty();

    CheckpointKeys made = ring.makeCheckpointKeys(acme);
    CheckpointKeys kept =
        KeyRing.open(file, "test".toCharArray(), CLOCK).checkpointKeys(acme).orElseThrow();

    byte[] message = {1};
    assertThat(kept.log().key()).isEqualTo(made.log().key());
    assertThat(made.log().key().verifies(message, kept.log().sign(message))).isTrue();
    assertThat(made.cosigner().key().verifies(message, kept.cosigner().sign(message))).isTrue();
    assertThat(made.quantumSafe().key().verifies(message, kept.quantumSafe().sign(message)))
        .isTrue();
    KeyEntries.x509(kept.quantumSafe().certificate())
        .verify(KeyEntries.x509(organization.authority().certificate()).getPublicKey());

    assertThat(ring.makeCheckpointKeys(acme).log().key()).isNotEqualTo(made.log().key());
    assertThat(ring.organization(acme).orElseThrow().authority().certificate())
        .isEqualTo(organization.authority().certificate());
  }

  private static void refused(CheckpointKey key, byte[] message, byte[] signature) {
    assertThat(key.verifies(message, Bytes.of(signature)))
        .as(HexFormat.of().formatHex(signature))
        .isFalse();
  }

  private static byte[] joined(byte[] r, BigInteger s) {
    byte[] all = Arrays.copyOf(r, 64);
    byte[] big = s.toByteArray();
    for (int i = 0; i < 32 && i < big.length; i++) {
      all[32 + i] = big[big.length - 1 - i];
    }
    return all;
  }

  private static BigInteger little(byte[] bytes) {
    byte[] big = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      big[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
