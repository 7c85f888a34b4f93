package touchmark.app.signature.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import touchmark.app.signature.Base64Text;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Profile;
import touchmark.app.signature.SignatureReader;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SignerJudge;
import touchmark.app.signature.cms.BlockSignatures;
import touchmark.app.signature.cms.CmsSignatures;
import touchmark.app.signature.cms.SignedBlock;
import touchmark.ledger.model.Bytes;

/// The signature sections of a STEP file: by the standard, or by NIST's toolkit where one holds a
/// PEM block.
public final class StepSignatures implements SignatureReader {
  static final String FIRST = "ISO-10303-21;";

  private static final int LONGEST = 2 * CmsSignatures.LARGEST;
  private static final byte[] KEYWORD = "SIGNATURE".getBytes(StandardCharsets.US_ASCII);
  private static final String ARMOUR = "-----BEGIN PKCS7-----";
  private static final String ARMOUR_END = "-----END PKCS7-----";

  @Override
  public boolean mayRead(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceFirst("^\u00EF\u00BB\u00BF", "")
        .stripLeading()
        .startsWith(FIRST);
  }

  @Override
  public List<FoundSignature> read(SignedFile file, SignerJudge judge) throws IOException {
    if (!file.has(KEYWORD)) {
      return List.of();
    }
    StepSections sections = sections(file);
    List<SignedBlock> blocks = new ArrayList<>();
    for (StepSections.Section section : sections.sections()) {
      blocks.add(block(file, section, sections.end()));
    }
    return new BlockSignatures(file, blocks, judge).check();
  }

  static StepSections sections(SignedFile file) throws IOException {
    StepSections sections = new StepSections(BlockSignatures.MOST + 1);
    file.copy(0, file.size(), sections);
    return sections;
  }

  private static SignedBlock block(
      SignedFile file, StepSections.Section section, OptionalLong dataEnd) throws IOException {
    if (!section.ended()) {
      return broken(section, "the section does not end with ENDSEC;");
    }
    if (section.bodyEnd() - section.body() > LONGEST) {
      return broken(
          section,
          "the section has %d bytes, at most %d are read"
              .formatted(section.bodyEnd() - section.body(), LONGEST));
    }
    byte[] body = file.read(section.body(), (int) (section.bodyEnd() - section.body()));
    String text = new String(body, StandardCharsets.ISO_8859_1).strip();
    if (!text.startsWith(ARMOUR)) {
      return block(section, Profile.STEP, section.from(), body);
    }
    if (!text.endsWith(ARMOUR_END)) {
      return broken(section, "the PEM block does not end");
    }
    if (dataEnd.isEmpty() || dataEnd.getAsLong() > section.from()) {
      return broken(section, "END-ISO-10303-21; does not stand before it");
    }
    String inner = text.substring(ARMOUR.length(), text.length() - ARMOUR_END.length());
    return block(
        section,
        Profile.STEP_TOOLKIT,
        dataEnd.getAsLong(),
        inner.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static SignedBlock block(
      StepSections.Section section, Profile profile, long coveredTo, byte[] base64) {
    Optional<byte[]> cms = Base64Text.decode(base64);
    return new SignedBlock(
        profile,
        coveredTo,
        section.from(),
        section.to(),
        cms.isPresent()
            ? new SignedBlock.Body.Cms(Bytes.of(cms.get()))
            : new SignedBlock.Body.Broken("what stands in it is not base64"));
  }

  private static SignedBlock broken(StepSections.Section section, String reason) {
    return new SignedBlock(
        Profile.STEP,
        section.from(),
        section.from(),
        section.to(),
        new SignedBlock.Body.Broken(reason));
  }
}
