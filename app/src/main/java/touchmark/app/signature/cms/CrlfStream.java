package touchmark.app.signature.cms;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Ends every line with carriage return and line feed.
final class CrlfStream extends FilterOutputStream {
  private int last;

  CrlfStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    if (one == '\n' && last != '\r') {
      out.write('\r');
    }
    out.write(one);
    last = one;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] ended = new byte[2 * length];
    int count = 0;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n' && last != '\r') {
        ended[count++] = '\r';
      }
      ended[count++] = bytes[i];
      last = bytes[i];
    }
    out.write(ended, 0, count);
  }
}
