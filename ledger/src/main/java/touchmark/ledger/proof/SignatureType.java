package touchmark.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.crypto.CheckpointKey;

/// The kinds of signature under a checkpoint, each with the byte that C2SP gave it [C2SP
/// signed-note, Signature types; tlog-cosignature].
public enum SignatureType {
  /// The log's own, over the checkpoint's text.
  LOG(0x01, CheckpointKey.Kind.ED25519, false),
  /// A witness's, over the text and a time.
  COSIGNATURE_ED25519(0x04, CheckpointKey.Kind.ED25519, true),
  /// The same, also over the witness's name, and safe from quantum computers.
  COSIGNATURE_ML_DSA_44(0x06, CheckpointKey.Kind.ML_DSA_44, true);

  private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

  private final int identifier;
  private final CheckpointKey.Kind kind;
  private final boolean timestamped;

  SignatureType(int identifier, CheckpointKey.Kind kind, boolean timestamped) {
    this.identifier = identifier;
    this.kind = kind;
    this.timestamped = timestamped;
  }

  static Optional<SignatureType> of(int identifier) {
    return Arrays.stream(values()).filter(type -> type.identifier == identifier).findFirst();
  }

  int identifier() {
    return identifier;
  }

  /// The algorithm of its keys.
  public CheckpointKey.Kind kind() {
    return kind;
  }

  /// Whether 8 bytes of time (POSIX seconds, big-endian) stand before the signature's own.
  public boolean timestamped() {
    return timestamped;
  }

  /// The exact bytes that are signed.
  ///
  /// @param signer the key's name
  /// @param time POSIX seconds; of no meaning where the type has no time
  byte[] message(String signer, Checkpoint checkpoint, long time) {
    return switch (this) {
      case LOG -> utf8(checkpoint.text());
      case COSIGNATURE_ED25519 -> utf8("cosignature/v1\ntime " + time + "\n" + checkpoint.text());
      case COSIGNATURE_ML_DSA_44 -> subtree(utf8(signer), checkpoint, time);
    };
  }

  /// `cosigned_message` of a whole tree [C2SP tlog-cosignature, ML-DSA-44 signed message].
  private static byte[] subtree(byte[] signer, Checkpoint checkpoint, long time) {
    byte[] origin = utf8(checkpoint.origin());
    byte[] root = checkpoint.head().root().bytes();
    return ByteBuffer.allocate(
            SUBTREE_LABEL.length + 2 + signer.length + origin.length + 3 * Long.BYTES + root.length)
        .put(SUBTREE_LABEL)
        .put((byte) signer.length)
        .put(signer)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.head().size())
        .put(root)
        .array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
