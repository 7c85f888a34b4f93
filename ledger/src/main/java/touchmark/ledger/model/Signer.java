package touchmark.ledger.model;

/// One required signature: in whose name, and with which certificate. A person's certificate signs
/// for an organization while a [Statement.Delegate] is in force.
public record Signer(ResourceId resource, CertificateHash certificate) {}
