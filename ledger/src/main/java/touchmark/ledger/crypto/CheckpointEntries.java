package touchmark.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// The checkpoint keys in a key store. Made and used by the platform's own algorithms, which can
/// also read them back from PKCS#12.
final class CheckpointEntries {
  private static final List<Alias> ALIASES =
      List.of(Alias.CHECKPOINT_LOG, Alias.CHECKPOINT_ED25519, Alias.CHECKPOINT_ML_DSA_44);

  private final KeyEntries entries;

  CheckpointEntries(KeyEntries entries) {
    this.entries = entries;
  }

  /// An organization's keys, if all of them are there.
  Optional<CheckpointKeys> of(ResourceId organization) throws KeyRingException {
    for (Alias alias : ALIASES) {
      if (!entries.has(alias.of(organization))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new CheckpointKeys(
            organization,
            signer(Alias.CHECKPOINT_LOG, organization),
            signer(Alias.CHECKPOINT_ED25519, organization),
            signer(Alias.CHECKPOINT_ML_DSA_44, organization)));
  }

  /// Makes an organization's keys, in the place of any that are there.
  void make(ResourceId organization, KeyRing.Authority authority, CertificateIssuer issuer)
      throws KeyRingException {
    for (Alias alias : ALIASES) {
      KeyPair keys = make(kind(alias));
      Bytes certificate =
          issuer.issue(
              keys.getPublic(),
              CertificateIssuer.organization(organization, organization.value(), alias.unit()),
              KeyUsage.digitalSignature,
              authority.certificate(),
              authority.key()::sign);
      entries.put(
          alias.of(organization), keys.getPrivate(), certificate, authority.certificate().der());
    }
  }

  private static CheckpointKey.Kind kind(Alias alias) {
    return alias == Alias.CHECKPOINT_ML_DSA_44
        ? CheckpointKey.Kind.ML_DSA_44
        : CheckpointKey.Kind.ED25519;
  }

  private static KeyPair make(CheckpointKey.Kind kind) {
    try {
      return KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("JDK 25 makes " + kind.algorithm() + " keys", e);
    }
  }

  private CheckpointSigner signer(Alias alias, ResourceId organization) throws KeyRingException {
    String name = alias.of(organization);
    Bytes certificate = entries.certificate(name);
    try {
      CheckpointKey key =
          CheckpointKey.of(kind(alias), KeyEntries.x509(certificate).getPublicKey());
      return new StoredSigner(key, certificate, entries.key(name));
    } catch (IllegalArgumentException e) {
      throw new KeyRingException("the key " + name + " is of no use: " + e.getMessage(), e);
    }
  }

  private record StoredSigner(CheckpointKey key, Bytes certificate, PrivateKey secret)
      implements CheckpointSigner {
    @Override
    public Bytes sign(byte[] message) {
      try {
        Signature signature = Signature.getInstance(key.kind().algorithm());
        signature.initSign(secret);
        signature.update(message);
        return Bytes.of(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a key that the store held can sign", e);
      }
    }

    @Override
    public String toString() {
      return "signer of " + key;
    }
  }
}
