package touchmark.ledger.crypto;

import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// The certificate of an authority whose key lies in a file of its own, see [AuthorityFile].
record OfflineKey(ResourceId organization, Bytes certificate) implements SigningKey {
  @Override
  public CertificateHash certificateHash() {
    return Hashing.certificate(certificate);
  }

  @Override
  public KeyPlace place() {
    return KeyPlace.OFFLINE;
  }

  @Override
  public Bytes sign(byte[] message) {
    throw new KeyUnavailableException(
        KeyUnavailableException.Reason.LOCKED,
        "the authority key of "
            + organization
            + " is kept offline; name its file with --authority-key FILE");
  }
}
