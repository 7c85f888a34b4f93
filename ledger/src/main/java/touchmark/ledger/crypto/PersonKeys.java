package touchmark.ledger.crypto;

import touchmark.ledger.model.ResourceId;

/// The signing key of one person in a key ring.
public record PersonKeys(ResourceId person, ResourceId belongsTo, SigningKey signing) {}
