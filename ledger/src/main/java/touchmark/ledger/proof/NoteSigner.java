package touchmark.ledger.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import touchmark.ledger.crypto.CheckpointSigner;
import touchmark.ledger.model.Bytes;

/// Signs checkpoints under one name for one purpose.
public record NoteSigner(String name, SignatureType type, CheckpointSigner signer) {
  /// The public key that others trust.
  public NoteKey key() {
    return new NoteKey(name, type, signer.key());
  }

  /// Signs a checkpoint. Whether it may be signed is decided before.
  ///
  /// @param time stands in cosignatures, in whole seconds since 1970
  public NoteSignature sign(Checkpoint checkpoint, Instant time) {
    long seconds = time.getEpochSecond();
    byte[] own = signer.sign(type.message(name, checkpoint, seconds)).toArray();
    byte[] whole =
        type.timestamped()
            ? ByteBuffer.allocate(Long.BYTES + own.length).putLong(seconds).put(own).array()
            : own;
    return new NoteSignature(name, key().keyId(), Bytes.of(whole));
  }
}
