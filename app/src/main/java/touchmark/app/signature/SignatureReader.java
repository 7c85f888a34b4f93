package touchmark.app.signature;

import java.io.IOException;
import java.util.List;
import touchmark.app.format.FormatException;

/// Finds and checks the signatures of one kind of file. [Signatures] lists all of them.
public interface SignatureReader {
  /// Whether a file that begins like this may hold signatures of this kind.
  boolean mayRead(byte[] head);

  /// The signatures in the order of the file.
  ///
  /// @throws FormatException if the file is so damaged that they cannot be told apart
  List<FoundSignature> read(SignedFile file, SignerJudge judge) throws FormatException, IOException;
}
