package touchmark.app;

import touchmark.ledger.crypto.KeyOrigin;

/// How the signing keys of a new organization and its first person come about.
public record KeyPlan(KeyOrigin authority, KeyOrigin person) {
  /// P-256 keys in the home's key store.
  public static final KeyPlan DEFAULT = new KeyPlan(KeyOrigin.DEFAULT, KeyOrigin.DEFAULT);
}
