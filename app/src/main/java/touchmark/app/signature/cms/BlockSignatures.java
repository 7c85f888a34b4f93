package touchmark.app.signature.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import touchmark.app.signature.Content;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Gap;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SignerJudge;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;

/// Checks the CMS of each block of a file, over the bytes that its profile covers.
public final class BlockSignatures {
  /// Most blocks of a file that are checked: each may cover the whole of it.
  public static final int MOST = 16;

  private final SignedFile file;
  private final List<SignedBlock> blocks;
  private final CmsSignatures cms;

  /// @param blocks in the order of the file, at most one more than [#MOST]
  public BlockSignatures(SignedFile file, List<SignedBlock> blocks, SignerJudge judge) {
    this.file = file;
    this.blocks = List.copyOf(blocks);
    this.cms = new CmsSignatures(judge);
  }

  /// The characters over which a STEP signature stands, in the file's own order.
  public static CoveredContent alphabet(SignedFile file, long to) {
    return out -> file.copy(0, to, new StepAlphabet(out));
  }

  /// All signatures, one for each signer of each block.
  public List<FoundSignature> check() throws IOException {
    List<FoundSignature> found = new ArrayList<>();
    for (SignedBlock block : blocks) {
      if (found.size() >= MOST) {
        found.add(
            FoundSignature.unreadable(
                block.profile(),
                where(block),
                "the file has more than %d signatures, no more are checked".formatted(MOST)));
        break;
      }
      switch (block.body()) {
        case SignedBlock.Body.Broken(String reason) ->
            found.add(FoundSignature.unreadable(block.profile(), where(block), reason));
        case SignedBlock.Body.Cms(Bytes bytes) -> found.addAll(check(block, bytes.toArray()));
      }
    }
    return found;
  }

  private static String where(SignedBlock block) {
    return "bytes " + block.from() + " to " + block.to();
  }

  private List<FoundSignature> check(SignedBlock block, byte[] bytes) throws IOException {
    return switch (block.profile()) {
      case STEP ->
          told(
              block,
              cms.check(bytes, alphabet(file, block.coveredTo())),
              List.of("line ends and other control characters are not signed"));
      case GCODE ->
          told(block, cms.check(bytes, out -> file.copy(0, block.coveredTo(), out)), List.of());
      case STEP_TOOLKIT, GCODE_TOOLKIT -> toolkit(block, bytes);
      case XML, PACKAGE -> throw new IllegalArgumentException("no blocks in " + block.profile());
    };
  }

  /// The toolkit signs the SHA-256 of a text whose lines end with CRLF.
  private List<FoundSignature> toolkit(SignedBlock block, byte[] bytes) throws IOException {
    MessageDigest asItStands = Hashing.newSha256();
    MessageDigest withCrlf = Hashing.newSha256();
    file.copy(
        0,
        block.coveredTo(),
        new DigestOutputStream(
            new CrlfStream(new DigestOutputStream(OutputStream.nullOutputStream(), withCrlf)),
            asItStands));
    byte[] first = asItStands.digest();
    byte[] second = withCrlf.digest();
    List<CmsSignatures.Checked> checked = cms.check(bytes, out -> out.write(first));
    if (checked.stream().noneMatch(signer -> signer.content() instanceof Content.Intact)
        && !Arrays.equals(first, second)) {
      List<CmsSignatures.Checked> again = cms.check(bytes, out -> out.write(second));
      if (again.stream().anyMatch(signer -> signer.content() instanceof Content.Intact)) {
        return told(
            block,
            again,
            List.of("it holds once the lines end with CRLF, as the toolkit hashes them"));
      }
    }
    return told(block, checked, List.of());
  }

  private List<FoundSignature> told(
      SignedBlock block, List<CmsSignatures.Checked> checked, List<String> remarks)
      throws IOException {
    List<Gap> gaps = gaps(block);
    return checked.stream()
        .map(
            signer ->
                new FoundSignature(
                    block.profile(),
                    where(block),
                    signer.content(),
                    signer.signer(),
                    gaps,
                    signer.weaknesses(),
                    remarks))
        .toList();
  }

  /// What stands neither before the end of the covered bytes nor in a block.
  private List<Gap> gaps(SignedBlock block) throws IOException {
    List<Gap> gaps = new ArrayList<>();
    long at = block.coveredTo();
    for (SignedBlock other : blocks) {
      if (other.from() >= at) {
        gap(at, other.from(), gaps);
        at = other.to();
      }
    }
    gap(at, file.size(), gaps);
    return gaps;
  }

  private void gap(long from, long to, List<Gap> gaps) throws IOException {
    file.nonBlank(from, to)
        .ifPresent(
            range ->
                gaps.add(Gap.of(range.from(), range.to(), "what stands after the signed text")));
  }
}
