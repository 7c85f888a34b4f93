package touchmark.ledger.crypto;

import touchmark.ledger.model.ResourceId;

/// The keys with which a validator signs checkpoints of a chain. Three, since each role and each
/// algorithm has a key of its own [C2SP tlog-cosignature].
///
/// @param log signs as the log itself; Ed25519
/// @param cosigner cosigns; Ed25519
/// @param quantumSafe cosigns; ML-DSA-44
public record CheckpointKeys(
    ResourceId organization,
    CheckpointSigner log,
    CheckpointSigner cosigner,
    CheckpointSigner quantumSafe) {
  public CheckpointKeys {
    require("the log's key", log, CheckpointKey.Kind.ED25519);
    require("the cosigner's key", cosigner, CheckpointKey.Kind.ED25519);
    require("the quantum-safe key", quantumSafe, CheckpointKey.Kind.ML_DSA_44);
    if (log.key().equals(cosigner.key())) {
      throw new IllegalArgumentException("log and cosigner have a key each");
    }
  }

  private static void require(String what, CheckpointSigner signer, CheckpointKey.Kind kind) {
    if (signer.key().kind() != kind) {
      throw new IllegalArgumentException(
          "%s is %s, not %s".formatted(what, kind.algorithm(), signer.key().kind().algorithm()));
    }
  }
}
