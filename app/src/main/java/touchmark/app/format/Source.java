package touchmark.app.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes that a reader reads, once, from the first to the last: a file, or what was packed into
/// one. Used by one thread.
public interface Source {
  /// Where the file lies, for messages.
  Path path();

  /// How many bytes there are.
  long size();

  /// How they begin, and what they are called.
  Head head();

  /// All bytes, from the first, once. Closing the stream does nothing.
  ///
  /// @throws IllegalStateException if the bytes were handed out before
  InputStream stream() throws IOException;

  /// All bytes at once, instead of [#stream()].
  ///
  /// @param most the largest size to take into memory
  /// @throws FormatException if there are more
  default byte[] whole(int most) throws FormatException, IOException {
    if (size() > most) {
      throw new FormatException(
          path(), "the whole file", "at most " + most + " bytes", size() + " bytes");
    }
    byte[] all = new byte[(int) size()];
    int read = stream().readNBytes(all, 0, all.length);
    return read < all.length ? Arrays.copyOf(all, read) : all;
  }

  /// Shows the beginning of what is being read to whoever waits for it; each time more of it.
  default void early(ProductData soFar) {}
}
