package touchmark.app.delivery;

import java.io.IOException;
import java.io.OutputStream;

/// Seals what is written to it, chunk by chunk. [#finish] seals the last one; the stream below
/// stays open.
final class SealingStream extends OutputStream {
  private final OutputStream out;
  private final ChunkCipher cipher;
  private final byte[] content = new byte[ChunkCipher.CHUNK];
  private final byte[] sealed = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];
  private int filled;

  SealingStream(OutputStream out, ChunkCipher cipher) {
    this.out = out;
    this.cipher = cipher;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int rest = length;
    while (rest > 0) {
      if (filled == content.length) {
        emit(false);
      }
      int n = Math.min(rest, content.length - filled);
      System.arraycopy(bytes, from, content, filled, n);
      filled += n;
      from += n;
      rest -= n;
    }
  }

  void finish() throws IOException {
    emit(true);
  }

  private void emit(boolean last) throws IOException {
    int n = cipher.seal(content, filled, last, sealed);
    out.write(sealed, 0, n);
    filled = 0;
  }
}
