package touchmark.app.signature;

import java.io.IOException;
import java.io.OutputStream;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;

/// Signs one kind of file: makes a copy with a signature in it. [SignedCopies] lists all of them.
public interface SignatureMaker {
  /// Whether a file can be signed so.
  ///
  /// @param head how it begins
  boolean maySign(OpenedFile opened, byte[] head);

  /// Writes the signed copy.
  ///
  /// @throws FormatException if the file is not such that its copy could be read again
  /// @throws IOException if the file cannot be read, or the copy not be written
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if the key is not at hand
  void sign(SignedFile file, SigningHand hand, OutputStream out)
      throws FormatException, IOException;
}
