package touchmark.ledger;

import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.ResourceId;

/// In whose name a statement is signed, and by which key.
public record SignedBy(ResourceId resource, SigningKey key) {}
