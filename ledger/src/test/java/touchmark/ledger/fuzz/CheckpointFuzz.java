package touchmark.ledger.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.CheckpointCheck;
import touchmark.ledger.receipt.TrustPolicy;

/// A signed note has exactly one form, and so has a checkpoint in it; it counts, or is refused with
/// a sentence.
public final class CheckpointFuzz {
  private static final TrustPolicy POLICY = Targets.policy();

  private CheckpointFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      SignedNote note = SignedNote.parse(data);
      Targets.require(
          Arrays.equals(data, note.print().getBytes(StandardCharsets.UTF_8)),
          "a note with a second form");
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      Targets.require(checkpoint.text().equals(note.text()), "a checkpoint with a second form");
      if (CheckpointCheck.check(checkpoint, note, Optional.of(POLICY))
          instanceof Checked.Refused refused) {
        Targets.require(!refused.reason().isBlank(), "a sentence");
      }
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
