package touchmark.app.signature.armour;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.signature.Base64Text;
import touchmark.app.signature.SignatureMaker;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SigningHand;
import touchmark.app.signature.cms.CmsMaker;

/// Adds a block of comments that covers every byte before it, other blocks too.
public final class GcodeSigner implements SignatureMaker {
  @Override
  public boolean maySign(OpenedFile opened, byte[] head) {
    return opened.data() instanceof ProductData.Sliced && new GcodeSignatures().mayRead(head);
  }

  @Override
  public void sign(SignedFile file, SigningHand hand, OutputStream out) throws IOException {
    boolean ended = file.size() > 0 && file.read(file.size() - 1, 1)[0] == '\n';
    byte[] end = ended ? new byte[0] : new byte[] {'\n'};
    byte[] cms =
        new CmsMaker(hand)
            .sign(
                covered -> {
                  file.copy(0, file.size(), covered);
                  covered.write(end);
                });
    file.copy(0, file.size(), out);
    out.write(end);
    out.write(
        (GcodeSignatures.BEGIN + "\n" + Base64Text.lines(cms, "; ") + GcodeSignatures.END + "\n")
            .getBytes(StandardCharsets.US_ASCII));
  }
}
