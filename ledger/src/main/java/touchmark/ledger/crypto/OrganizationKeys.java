package touchmark.ledger.crypto;

import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// The keys of one organization in a key ring.
///
/// @param authority enrols, delegates, rotates, revokes; nothing else
/// @param sealer seals blocks when the organization is a validator
/// @param encryptionCertificate DER; its private key stays in the ring, see [KeyRing#unwrap]
public record OrganizationKeys(
    ResourceId organization, SigningKey authority, SigningKey sealer, Bytes encryptionCertificate) {
  OrganizationKeys withAuthority(SigningKey other) {
    return new OrganizationKeys(organization, other, sealer, encryptionCertificate);
  }
}
