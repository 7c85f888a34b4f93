package touchmark.ledger.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.proof.Base64Text;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.InclusionProof;
import touchmark.ledger.proof.SignedNote;

/// That a signed transaction stands at its place in a chain [C2SP tlog-proof]:
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra AQAAAdx7Im5ldHdv...
/// index 9
/// gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
///
/// touchmark.invalid/4bf5122f...
/// 17
/// sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
///
/// — touchmark.invalid/4bf5122f... hI2DJw...
/// — touchmark.invalid/4bf5122f.../acme mJirIkl...
/// ```
///
/// Nothing is checked here but the form; see [ReceiptCheck].
///
/// @param envelope the signed transaction, whose frame is the leaf; travels as `extra`
/// @param transaction what the envelope says
/// @param checkpoint the text of the note, read
public record Receipt(
    Envelope envelope,
    Transaction transaction,
    InclusionProof proof,
    Checkpoint checkpoint,
    SignedNote note) {
  /// Longest that is read, in bytes.
  public static final int LONGEST = 1024 * 1024;

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public Receipt {
    if (!checkpoint.text().equals(note.text())) {
      throw new IllegalArgumentException("the checkpoint is not the note's");
    }
    if (proof.treeSize() != checkpoint.head().size()) {
      throw new IllegalArgumentException("the proof is of another tree than the checkpoint");
    }
  }

  /// A receipt of its parts.
  ///
  /// @throws MalformedException if the envelope's payload or the note's text cannot be read
  public static Receipt of(Envelope envelope, InclusionProof proof, SignedNote note)
      throws MalformedException {
    return new Receipt(
        envelope,
        PayloadCodec.decode(envelope.payload()),
        proof,
        Checkpoint.parse(note.text()),
        note);
  }

  /// The bytes of the leaf: the envelope's frame.
  public byte[] leaf() {
    return Envelopes.encode(envelope);
  }

  /// The text, ready for a file; UTF-8.
  public String print() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    text.append(EXTRA).append(Base64Text.print(Bytes.of(leaf()))).append('\n');
    text.append(INDEX).append(proof.leafIndex()).append('\n');
    for (Digest sibling : proof.path()) {
      text.append(Base64Text.print(Bytes.of(sibling.bytes()))).append('\n');
    }
    return text.append('\n').append(note.print()).toString();
  }

  /// Reads a receipt.
  ///
  /// @throws MalformedException if it is no receipt of Touchmark: which line, what was expected,
  ///   what was found
  public static Receipt parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LONGEST) {
      throw new MalformedException(
          "receipt", "at most " + LONGEST + " bytes", bytes.length + " bytes");
    }
    String text = SignedNote.utf8("receipt", bytes);
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new MalformedException("receipt", "an empty line before the checkpoint", "none");
    }
    Lines lines = new Lines(text.substring(0, split));
    lines.expect(FIRST_LINE);
    byte[] leaf = lines.base64(EXTRA).toArray();
    String number = lines.after(INDEX);
    long index = Checkpoint.number(lines.place(), number);
    List<Digest> path = new ArrayList<>();
    while (lines.more()) {
      if (path.size() == InclusionProof.LONGEST_PATH) {
        throw new MalformedException(
            lines.place(), "at most " + InclusionProof.LONGEST_PATH + " hashes", "more");
      }
      path.add(lines.hash());
    }
    SignedNote note = SignedNote.parse(text.substring(split + 2));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (index >= checkpoint.head().size()) {
      throw new MalformedException(
          "receipt, index",
          "a place in a tree of " + checkpoint.head().size(),
          String.valueOf(index));
    }
    return of(
        Envelopes.decode(leaf), new InclusionProof(index, checkpoint.head().size(), path), note);
  }

  /// UTF-8 of [#print].
  public byte[] encode() {
    return print().getBytes(StandardCharsets.UTF_8);
  }

  /// The lines before the checkpoint, one after the other.
  private static final class Lines {
    private final String[] lines;
    private int next;

    Lines(String text) {
      // First line, extra, index, and one hash more than is allowed.
      this.lines = text.split("\n", InclusionProof.LONGEST_PATH + 4);
    }

    boolean more() {
      return next < lines.length;
    }

    /// Of the line that was read last, or the next when none was.
    String place() {
      return "receipt, line " + Math.max(1, next);
    }

    private String line(String expected) throws MalformedException {
      if (!more()) {
        throw new MalformedException("receipt, line " + (next + 1), expected, "an empty line");
      }
      return lines[next++];
    }

    void expect(String whole) throws MalformedException {
      String line = line("\"" + whole + "\"");
      if (!line.equals(whole)) {
        throw new MalformedException(place(), "\"" + whole + "\"", "\"" + line + "\"");
      }
    }

    String after(String start) throws MalformedException {
      String expected = "\"" + start + "...\"";
      String line = line(expected);
      if (!line.startsWith(start)) {
        throw new MalformedException(place(), expected, "\"" + line + "\"");
      }
      return line.substring(start.length());
    }

    Bytes base64(String start) throws MalformedException {
      String text = after(start);
      return Base64Text.parse(place(), text);
    }

    Digest hash() throws MalformedException {
      String line = line("a hash");
      Bytes hash = Base64Text.parse(place(), line);
      if (hash.length() != Digest.LENGTH) {
        throw new MalformedException(place(), "a hash of 32 bytes", hash.length() + " bytes");
      }
      return Digest.of(hash.toArray());
    }
  }
}
