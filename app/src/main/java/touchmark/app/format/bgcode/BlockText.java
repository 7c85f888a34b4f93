package touchmark.app.format.bgcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import touchmark.app.format.FormatException;

/// The text of all blocks of G-code, one after the other; only such blocks may follow the first.
///
/// A refusal is an [IOException] whose cause is the [FormatException].
final class BlockText extends InputStream {
  private final Path file;
  private final BlockFeed blocks;
  private InputStream current;

  BlockText(Path file, BlockFeed blocks, Block first) throws FormatException {
    this.file = file;
    this.blocks = blocks;
    this.current = text(first);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    int count = current.read(into, offset, length);
    while (count < 0) {
      Optional<Block> next = next();
      if (next.isEmpty()) {
        return -1;
      }
      count = current.read(into, offset, length);
    }
    return count;
  }

  private Optional<Block> next() throws IOException {
    try {
      Optional<Block> next = blocks.next();
      if (next.isPresent()) {
        current = text(next.get());
      }
      return next;
    } catch (FormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private InputStream text(Block block) throws FormatException {
    if (block.kind() != Block.Kind.GCODE) {
      throw new FormatException(
          file, block.place(), "G-code after G-code", "a block of another kind");
    }
    return switch (block.parameter(0)) {
      case 0 -> new ByteArrayInputStream(block.data());
      case 1, 2 -> new ByteArrayInputStream(MeatPack.unpack(block.data()));
      default ->
          throw new FormatException(
              file, block.place(), "G-code encoded as 0 to 2", "encoding " + block.parameter(0));
    };
  }
}
