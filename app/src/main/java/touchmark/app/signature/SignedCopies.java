package touchmark.app.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.signature.armour.GcodeSigner;
import touchmark.app.signature.opc.PackageSigner;
import touchmark.app.signature.step.StepSigner;
import touchmark.ledger.Progress;

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
  /// @throws FormatException if files of its kind are not signed, or it is not the one that was
  ///   opened
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if the key is not at hand
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static void write(OpenedFile opened, SigningHand hand, OutputStream out, Progress progress)
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
      maker.sign(file, hand, out);
      if (!Signatures.fingerprint(file).equals(opened.fingerprint())) {
        throw Signatures.changed(opened);
      }
    }
  }
}
