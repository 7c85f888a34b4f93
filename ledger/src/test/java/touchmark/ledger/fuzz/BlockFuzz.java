package touchmark.ledger.fuzz;

import java.util.Arrays;
import touchmark.ledger.codec.BlockFrame;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Block;

/// A block has exactly one frame, and both readers find the same in it.
public final class BlockFuzz {
  private BlockFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Block block;
    try {
      block = Blocks.decode(data);
    } catch (MalformedException e) {
      Targets.requireSentence(e);
      quickly(data);
      return;
    }
    Targets.require(Arrays.equals(data, Blocks.encode(block)), "a block with a second frame");
    try {
      BlockFrame frame = BlockFrame.of(data);
      Targets.require(frame.hash().equals(block.hash()), "one hash");
      Targets.require(frame.size() == block.envelopes().size(), "one number of envelopes");
      for (int i = 0; i < frame.size(); i++) {
        Targets.require(
            Arrays.equals(
                Arrays.copyOfRange(data, frame.start(i), frame.end(i)),
                Envelopes.encode(block.envelopes().get(i))),
            "one place of an envelope");
      }
    } catch (MalformedException e) {
      throw new AssertionError("the quick reader refuses a good block", e);
    }
  }

  /// What the strict reader refuses may be hashed, but never hurts.
  private static void quickly(byte[] data) {
    try {
      Targets.require(BlockFrame.of(data).size() >= 0, "a number of envelopes");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
