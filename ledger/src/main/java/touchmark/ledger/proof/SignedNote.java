package touchmark.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.codec.MalformedException;

/// A text and signatures of it [C2SP signed-note]: the text, an empty line, signature lines.
/// Nothing is checked here; see [NoteKey#verifies].
///
/// @param text ends in a newline
public record SignedNote(String text, List<NoteSignature> signatures) {
  /// Most signatures that are read; C2SP asks for 16 at least.
  public static final int MOST_SIGNATURES = 64;

  /// Longest note that is read, in bytes.
  public static final int LONGEST = 512 * 1024;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a newline");
    }
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException(
          "a note has 1 to %d signatures, not %d".formatted(MOST_SIGNATURES, signatures.size()));
    }
  }

  /// The whole note.
  public String print() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }

  /// Reads a note.
  public static SignedNote parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LONGEST) {
      throw new MalformedException(
          "note", "at most " + LONGEST + " bytes", bytes.length + " bytes");
    }
    return parse(utf8("note", bytes));
  }

  /// Reads a note whose bytes were counted and decoded.
  public static SignedNote parse(String note) throws MalformedException {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
      throw new MalformedException(
          "note", "a text, an empty line and signature lines", "something else");
    }
    String[] lines = note.substring(split + 2).split("\n", MOST_SIGNATURES + 2);
    int count = lines.length - 1;
    if (count > MOST_SIGNATURES) {
      throw new MalformedException("note", "at most " + MOST_SIGNATURES + " signatures", "more");
    }
    List<NoteSignature> signatures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      signatures.add(NoteSignature.parse("note, signature " + (i + 1), lines[i]));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /// Decodes UTF-8 without mercy, and refuses control characters other than the newline.
  ///
  /// @param place what is read, for the sentence
  public static String utf8(String place, byte[] bytes) throws MalformedException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n') {
        throw new MalformedException(
            place + ", byte " + i, "text", "control character %02x".formatted(bytes[i]));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(place, "UTF-8", "other bytes");
    }
  }
}
