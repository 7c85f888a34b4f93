package touchmark.ledger.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.SignedNote;

/// A signed note has exactly one form, and so has a checkpoint in it.
public final class CheckpointFuzz {
  private CheckpointFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      SignedNote note = SignedNote.parse(data);
      Targets.require(
          Arrays.equals(data, note.print().getBytes(StandardCharsets.UTF_8)),
          "a note with a second form");
      Targets.require(
          Checkpoint.parse(note.text()).text().equals(note.text()),
          "a checkpoint with a second form");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
