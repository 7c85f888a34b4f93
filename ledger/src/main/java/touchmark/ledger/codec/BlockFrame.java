package touchmark.ledger.codec;

import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;

/// A block's frame of which only the header is read, and where each envelope's frame lies: enough
/// to hash it, many times faster than reading all of it.
public final class BlockFrame {
  private final byte[] bytes;
  private final BlockHeader header;
  private final BlockHash hash;
  private final int[] starts;
  private final int[] ends;

  private BlockFrame(byte[] bytes, BlockHeader header, BlockHash hash, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.header = header;
    this.hash = hash;
    this.starts = starts;
    this.ends = ends;
  }

  /// Reads a frame within the widest limits that any network may have. It is not copied, and must
  /// not change.
  ///
  /// @throws MalformedException if a length is out of bounds, or bytes lack or are left over
  public static BlockFrame of(byte[] frame) throws MalformedException {
    FrameReader in = new FrameReader("block", frame);
    byte[] header = in.run("the header", in.u16("a length"));
    int count = in.bounded("a number of envelopes", 0, Limits.WIDEST.mostTransactions());
    int[] starts = new int[count];
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      int length = in.bounded("an envelope length", 1, frame.length);
      starts[i] = frame.length - in.remaining();
      in.skip("an envelope", length);
      ends[i] = starts[i] + length;
    }
    in.skip(
        "the seal", in.within("a seal length", in.u16("a length"), 1, Envelope.LONGEST_SIGNATURE));
    in.end();
    BlockHeader read = Blocks.decodeHeader(header);
    return new BlockFrame(frame, read, Blocks.hash(read), starts, ends);
  }

  public BlockHeader header() {
    return header;
  }

  public BlockHash hash() {
    return hash;
  }

  /// How many envelopes there are.
  public int size() {
    return starts.length;
  }

  /// Where an envelope's frame begins in the block's.
  public int start(int envelope) {
    return starts[envelope];
  }

  /// Behind an envelope's frame.
  public int end(int envelope) {
    return ends[envelope];
  }

  /// The whole frame; not a copy.
  public byte[] bytes() {
    return bytes;
  }
}
