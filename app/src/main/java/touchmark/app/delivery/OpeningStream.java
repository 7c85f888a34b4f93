package touchmark.app.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// Opens sealed chunks as it is read. Its end is reached only when the chunk that is marked as the
/// last one was opened and nothing follows it.
final class OpeningStream extends InputStream {
  private final Path file;
  private final InputStream in;
  private final ChunkCipher cipher;
  private final byte[] content = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];
  private byte[] sealed = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];
  private byte[] ahead = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];
  private int aheadLength;
  private int position;
  private int available;
  private boolean last;

  OpeningStream(Path file, InputStream in, ChunkCipher cipher) throws IOException {
    this.file = file;
    this.in = in;
    this.cipher = cipher;
    this.aheadLength = in.readNBytes(ahead, 0, ahead.length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == available) {
      if (last) {
        return -1;
      }
      openNext();
    }
    int n = Math.min(length, available - position);
    System.arraycopy(content, position, bytes, offset, n);
    position += n;
    return n;
  }

  /// Forgets the opened content.
  @Override
  public void close() throws IOException {
    Arrays.fill(content, (byte) 0);
    in.close();
  }

  private void openNext() throws IOException {
    byte[] current = ahead;
    int length = aheadLength;
    ahead = sealed;
    sealed = current;
    aheadLength = length < current.length ? 0 : in.readNBytes(ahead, 0, ahead.length);
    last = aheadLength == 0;
    long number = cipher.next();
    if (length < ChunkCipher.TAG) {
      throw new PackageException(
          PackageException.Reason.ALTERED,
          file,
          "chunk "
              + number
              + ": expected at least 16 bytes, found "
              + length
              + "; it is cut short");
    }
    try {
      available = cipher.open(current, length, last, content);
      position = 0;
    } catch (AEADBadTagException e) {
      throw new PackageException(
          PackageException.Reason.ALTERED,
          file,
          "chunk "
              + number
              + ": expected the bytes that the sender sealed, found others; it is cut short or was"
              + " altered on the way",
          e);
    }
  }
}
