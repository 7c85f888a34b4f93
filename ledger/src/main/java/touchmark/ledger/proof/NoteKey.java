package touchmark.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.CheckpointKey;
import touchmark.ledger.model.Bytes;

/// A public key under the name and for the purpose for which others trust it. Written as a *vkey*:
/// `name+hex(key id)+base64(type, key)` [C2SP signed-note, Verifier keys].
public record NoteKey(String name, SignatureType type, CheckpointKey key) {
  private static final int LONGEST_VKEY = 4 * 1024;

  public NoteKey {
    KeyName.require("a key's name", name);
    if (key.kind() != type.kind()) {
      throw new IllegalArgumentException("a key of " + key.kind() + " makes no " + type);
    }
  }

  /// Which of the keys of its name it is: the start of a hash, easily met by another key.
  public int keyId() {
    byte[] hash =
        Hashing.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey()).bytes();
    return ByteBuffer.wrap(hash).getInt();
  }

  private byte[] typedKey() {
    byte[] raw = key.raw().toArray();
    return ByteBuffer.allocate(1 + raw.length).put((byte) type.identifier()).put(raw).array();
  }

  /// The vkey.
  public String vkey() {
    return "%s+%08x+%s".formatted(name, keyId(), Base64Text.print(Bytes.of(typedKey())));
  }

  /// Reads a vkey.
  ///
  /// @param place where it stands, for the sentence
  /// @throws MalformedException also if its key id is not the key's, or the type is not one of
  ///   [SignatureType]
  public static NoteKey parse(String place, String vkey) throws MalformedException {
    String[] parts = vkey.length() > LONGEST_VKEY ? new String[0] : vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedException(place, "a key NAME+ID+BASE64", "\"" + vkey + "\"");
    }
    byte[] typed = Base64Text.parse(place, parts[2]).toArray();
    Optional<SignatureType> type =
        typed.length == 0 ? Optional.empty() : SignatureType.of(typed[0] & 0xff);
    if (type.isEmpty()) {
      throw new MalformedException(
          place,
          "a key of type 01, 04 or 06",
          typed.length == 0 ? "none" : "type " + HexFormat.of().toHexDigits(typed[0]));
    }
    try {
      NoteKey key =
          new NoteKey(
              parts[0],
              type.get(),
              new CheckpointKey(
                  type.get().kind(), Bytes.of(Arrays.copyOfRange(typed, 1, typed.length))));
      if (!key.vkey().equals(vkey)) {
        throw new MalformedException(
            place, "the key id %08x".formatted(key.keyId()), "\"" + parts[1] + "\"");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new MalformedException(place, "a public key", String.valueOf(e.getMessage()));
    }
  }

  /// Whether a signature line names this key; it then has to hold.
  public boolean isNamedBy(NoteSignature signature) {
    return signature.keyName().equals(name) && signature.keyId() == keyId();
  }

  /// The time that a signature of this key's type states.
  public Optional<Instant> time(NoteSignature signature) {
    return type.timestamped() ? signature.time() : Optional.empty();
  }

  /// Whether this key made this signature of this checkpoint.
  public boolean verifies(Checkpoint checkpoint, NoteSignature signature) {
    if (!type.timestamped()) {
      return key.verifies(type.message(name, checkpoint, 0), signature.signature());
    }
    Optional<Instant> time = signature.time();
    if (time.isEmpty()) {
      return false;
    }
    byte[] bytes = signature.signature().toArray();
    return key.verifies(
        type.message(name, checkpoint, time.get().getEpochSecond()),
        Bytes.of(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
  }
}
