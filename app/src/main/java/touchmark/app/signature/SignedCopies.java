package touchmark.app.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.signature.armour.GcodeSigner;
import touchmark.app.signature.opc.PackageSigner;
import touchmark.app.signature.step.StepSigner;
import touchmark.ledger.Progress;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Signed copies of files. A copy is another file, with a fingerprint of its own; the original
/// stays as it is.
public final class SignedCopies {
  private static final int HEAD = 4096;

  /// In the order in which they are asked; the first that may sign does.
  private static final List<SignatureMaker> MAKERS =
      List.of(new PackageSigner(), new StepSigner(), new GcodeSigner());

  private SignedCopies() {}

  /// Writes a signed copy of a file that was opened.
  ///
  /// @return the copy's fingerprint
  /// @throws FormatException if files of its kind are not signed, or it is not the one that was
  ///   opened
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if the key is not at hand
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Fingerprint write(
      OpenedFile opened, SigningHand hand, OutputStream out, Progress progress)
      throws FormatException, IOException {
    try (SignedFile file = SignedFile.open(opened.path(), progress)) {
      byte[] head = file.read(0, HEAD);
      SignatureMaker maker =
          MAKERS.stream()
              .filter(one -> one.maySign(opened, head))
              .findFirst()
              .orElseThrow(
                  () ->
                      new FormatException(
                          opened.path(),
                          "the whole file",
                          "STEP, G-code or 3MF, which can be signed",
                          opened.format().name()));
      MessageDigest digest = Hashing.newSha256();
      DigestOutputStream copy = new DigestOutputStream(out, digest);
      maker.sign(file, hand, copy);
      copy.flush();
      if (!Signatures.fingerprint(file).equals(opened.fingerprint())) {
        throw Signatures.changed(opened);
      }
      return new Fingerprint(Digest.of(digest.digest()));
    }
  }
}
