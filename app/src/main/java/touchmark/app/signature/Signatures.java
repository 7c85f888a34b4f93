package touchmark.app.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.signature.armour.GcodeSignatures;
import touchmark.app.signature.opc.PackageSignatures;
import touchmark.app.signature.step.StepSignatures;
import touchmark.app.signature.xml.XmlSignatures;
import touchmark.ledger.Progress;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// The signatures inside a file, found and checked: the one list of readers.
public final class Signatures {
  private static final int HEAD = 4096;

  /// In the order in which they are asked; the first that recognises a file reads it.
  private static final List<SignatureReader> READERS =
      List.of(
          new PackageSignatures(),
          new StepSignatures(),
          new XmlSignatures(),
          new GcodeSignatures());

  private Signatures() {}

  /// Finds and checks every signature of a file that was opened. Its bytes are read again; with a
  /// signature in them they are compared with those that were opened. Fit for a background thread.
  ///
  /// @return in the order of the file; empty when it holds none
  /// @throws FormatException if the file is not the one that was opened, or too damaged to say
  /// @throws IOException if it cannot be read
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static List<FoundSignature> of(OpenedFile opened, Trust trust, Progress progress)
      throws FormatException, IOException {
    try (SignedFile file = SignedFile.open(opened.path(), progress)) {
      List<FoundSignature> found = of(file, trust);
      boolean same =
          found.isEmpty()
              ? file.size() == opened.size()
              : fingerprint(file).equals(opened.fingerprint());
      if (!same) {
        throw changed(opened);
      }
      return found;
    }
  }

  static FormatException changed(OpenedFile opened) {
    return new FormatException(
        opened.path(), "the whole file", "the bytes that were opened", "others: the file changed");
  }

  /// The same for a file that nobody opened.
  static List<FoundSignature> of(SignedFile file, Trust trust) throws FormatException, IOException {
    byte[] head = file.read(0, HEAD);
    for (SignatureReader reader : READERS) {
      if (reader.mayRead(head)) {
        return reader.read(file, new SignerJudge(trust));
      }
    }
    return List.of();
  }

  static Fingerprint fingerprint(SignedFile file) throws IOException {
    MessageDigest digest = Hashing.newSha256();
    file.copy(0, file.size(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return new Fingerprint(Digest.of(digest.digest()));
  }
}
