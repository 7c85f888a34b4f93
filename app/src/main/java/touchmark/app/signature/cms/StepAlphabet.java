package touchmark.app.signature.cms;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Lets pass the characters of the alphabet alone [ISO 10303-21:2016 Table 1, 14.1]: no line ends
/// and no other control characters. In UTF-8 each byte of a character beyond ASCII passes.
final class StepAlphabet extends FilterOutputStream {
  private static final int DELETE = 0x7f;

  StepAlphabet(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    if ((one & 0xFF) >= ' ' && one != DELETE) {
      out.write(one);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] kept = new byte[length];
    int count = 0;
    for (int i = offset; i < offset + length; i++) {
      if ((bytes[i] & 0xFF) >= ' ' && bytes[i] != DELETE) {
        kept[count++] = bytes[i];
      }
    }
    out.write(kept, 0, count);
  }
}
