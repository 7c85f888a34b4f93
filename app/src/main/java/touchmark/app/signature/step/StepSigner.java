package touchmark.app.signature.step;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.signature.Base64Text;
import touchmark.app.signature.Gap;
import touchmark.app.signature.SignatureMaker;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SigningHand;
import touchmark.app.signature.cms.BlockSignatures;
import touchmark.app.signature.cms.CmsMaker;

/// Adds a signature section after the data, and after the sections that are there already: it
/// covers them, too [ISO 10303-21:2016 14].
public final class StepSigner implements SignatureMaker {
  @Override
  public boolean maySign(OpenedFile opened, byte[] head) {
    return new StepSignatures().mayRead(head);
  }

  @Override
  public void sign(SignedFile file, SigningHand hand, OutputStream out)
      throws FormatException, IOException {
    requireSound(file);
    byte[] cms = new CmsMaker(hand).sign(BlockSignatures.alphabet(file, file.size()));
    file.copy(0, file.size(), out);
    String section = "SIGNATURE;\n" + Base64Text.lines(cms, "") + "ENDSEC;\n";
    String before = file.size() > 0 && file.read(file.size() - 1, 1)[0] == '\n' ? "" : "\n";
    out.write((before + section).getBytes(StandardCharsets.US_ASCII));
  }

  /// Refuses a file in which the new section would not be found, or would stand after something
  /// that no reader expects.
  private static void requireSound(SignedFile file) throws FormatException, IOException {
    StepSections sections = StepSignatures.sections(file);
    List<StepSections.Section> all = sections.sections();
    if (all.size() >= BlockSignatures.MOST) {
      throw new FormatException(
          file.path(), "its signatures", "fewer than " + BlockSignatures.MOST, "" + all.size());
    }
    long at =
        sections
            .end()
            .orElseThrow(
                () ->
                    new FormatException(
                        file.path(), "its end", "END-ISO-10303-21;", "none outside of strings"));
    for (StepSections.Section section : all) {
      requireBlank(file, at, section.from());
      if (!section.ended()) {
        throw new FormatException(file.path(), "its last signature", "ENDSEC;", "none");
      }
      at = section.to();
    }
    requireBlank(file, at, file.size());
  }

  private static void requireBlank(SignedFile file, long from, long to)
      throws FormatException, IOException {
    Optional<Gap.Range> more = from > to ? Optional.empty() : file.nonBlank(from, to);
    if (from > to || more.isPresent()) {
      throw new FormatException(
          file.path(),
          "byte " + more.map(Gap.Range::from).orElse(to),
          "nothing but signature sections after END-ISO-10303-21;",
          "something else");
    }
  }
}
