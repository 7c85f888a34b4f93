package touchmark.ledger.crypto;

import touchmark.ledger.model.Bytes;

/// A private key that signs checkpoints and nothing else, wherever it lives.
public interface CheckpointSigner {
  /// The public key.
  CheckpointKey key();

  /// The certificate in which the organization's authority says that the key is its own (DER).
  Bytes certificate();

  /// Signs a message.
  Bytes sign(byte[] message);
}
