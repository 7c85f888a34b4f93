package touchmark.ledger.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Bytes;

/// A signature line of a note: `— name base64(key id, signature)` [C2SP signed-note].
///
/// @param keyId which of the keys of that name, a hint and no proof
/// @param signature what follows the id; for cosignatures a time and the signature's own bytes
public record NoteSignature(String keyName, int keyId, Bytes signature) {
  /// Longest that is read, in bytes: twice the longest that C2SP has assigned.
  static final int LONGEST = 8 * 1024;

  static final String START = "\u2014 ";

  public NoteSignature {
    KeyName.require("a key's name", keyName);
    if (signature.length() < 1 || signature.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a signature has 1 to %d bytes, not %d".formatted(LONGEST, signature.length()));
    }
  }

  String line() {
    byte[] bytes = signature.toArray();
    ByteBuffer all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes);
    return START + keyName + " " + Base64Text.print(Bytes.of(all.array())) + "\n";
  }

  static NoteSignature parse(String place, String line) throws MalformedException {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(START) || space < START.length()) {
      throw new MalformedException(place, "\"\u2014 NAME BASE64\"", "\"" + line + "\"");
    }
    if (line.length() - space > (Integer.BYTES + LONGEST) / 3 * 4 + 5) {
      throw new MalformedException(place, "at most " + LONGEST + " bytes of signature", "more");
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64Text.parse(place, line.substring(space + 1)).toArray());
    if (bytes.remaining() <= Integer.BYTES) {
      throw new MalformedException(
          place, "4 bytes of key id and a signature", bytes.remaining() + " bytes");
    }
    int keyId = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    try {
      return new NoteSignature(line.substring(START.length(), space), keyId, Bytes.of(signature));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(place, "a signature line", String.valueOf(e.getMessage()));
    }
  }

  /// The time of a cosignature, as far as its bytes hold one.
  Optional<Instant> time() {
    if (signature.length() < Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(signature.toArray()).getLong();
    return seconds < 0 || seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }
}
