package touchmark.app.signature.armour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.signature.Base64Text;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Gap;
import touchmark.app.signature.Profile;
import touchmark.app.signature.SignatureReader;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SignerJudge;
import touchmark.app.signature.cms.BlockSignatures;
import touchmark.app.signature.cms.CmsSignatures;
import touchmark.app.signature.cms.SignedBlock;
import touchmark.ledger.model.Bytes;

/// Signatures in comments of G-code. A block is made of comments and nothing else: a command inside
/// it would run, and nobody would have signed it.
public final class GcodeSignatures implements SignatureReader {
  static final String BEGIN = "; -----BEGIN CMS-----";
  static final String END = "; -----END CMS-----";

  private static final String TOOLKIT_BEGIN = "(-----BEGIN PKCS7-----)";
  private static final String TOOLKIT_END = "(-----END PKCS7-----)";
  private static final byte[] MARK = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_MARK = 32;
  private static final int MOST_MARKS = 1_024;
  private static final int LONGEST = 2 * CmsSignatures.LARGEST;

  @Override
  public boolean mayRead(byte[] head) {
    for (byte value : head) {
      if (value >= 0 && value < '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<FoundSignature> read(SignedFile file, SignerJudge judge) throws IOException {
    List<Long> marks = file.find(MARK, MOST_MARKS);
    List<SignedBlock> blocks = new ArrayList<>();
    long at = 0;
    for (long mark : marks) {
      if (mark >= at && blocks.size() <= BlockSignatures.MOST) {
        Optional<SignedBlock> block = block(file, mark);
        block.ifPresent(blocks::add);
        at = block.map(SignedBlock::to).orElse(at);
      }
    }
    List<FoundSignature> found = new ArrayList<>(new BlockSignatures(file, blocks, judge).check());
    if (marks.size() == MOST_MARKS) {
      found.add(
          FoundSignature.unreadable(
              Profile.GCODE,
              "bytes " + marks.getLast() + " to " + file.size(),
              "the file has more than %d marks of a block, no more are looked at"
                  .formatted(MOST_MARKS - 1)));
    }
    return found;
  }

  /// Where the line of a mark begins if the mark is all of it so far, else -1.
  private static long lineBegin(SignedFile file, long mark) throws IOException {
    int most = 4;
    long from = Math.max(0, mark - most);
    byte[] before = file.read(from, (int) (mark - from));
    for (int i = before.length - 1; i >= 0; i--) {
      if (before[i] == '\n' || before[i] == '\r') {
        return from + i + 1;
      }
    }
    return from == 0 ? 0 : -1;
  }

  private static Optional<SignedBlock> block(SignedFile file, long mark) throws IOException {
    long from = lineBegin(file, mark);
    if (from < 0) {
      return Optional.empty();
    }
    String begin = text(file, from, LONGEST_MARK);
    if (begin.startsWith(BEGIN)) {
      return Optional.of(
          new Block(Profile.GCODE, from, from, text(file, from, LONGEST)).read(";", "", END));
    }
    if (begin.startsWith(TOOLKIT_BEGIN)) {
      long covered = file.nonBlank(0, from).map(Gap.Range::to).orElse(0L);
      return Optional.of(
          new Block(Profile.GCODE_TOOLKIT, covered, from, text(file, from, LONGEST))
              .read("(", ")", TOOLKIT_END));
    }
    return Optional.empty();
  }

  private static String text(SignedFile file, long from, int most) throws IOException {
    return new String(file.read(from, most), StandardCharsets.ISO_8859_1);
  }

  /// A block that is being read, line by line.
  private record Block(Profile profile, long covered, long from, String text) {
    SignedBlock read(String open, String close, String end) {
      StringBuilder base64 = new StringBuilder();
      int at = nextLine(0);
      if (!close.isEmpty() && !text.substring(0, at).strip().equals(TOOLKIT_BEGIN)) {
        return broken("more than the comment stands on the block's first line", from + at);
      }
      while (at < text.length()) {
        int next = nextLine(at);
        if (text.startsWith(end, at)) {
          // The rest of a line after a comment in parentheses may hold a command.
          return ended(base64.toString(), from + (close.isEmpty() ? next : at + end.length()));
        }
        String line = text.substring(at, next).strip();
        if (!line.isEmpty() && !isComment(line, open, close)) {
          return broken("a line inside the block is no comment", from + at);
        }
        if (!line.isEmpty()) {
          base64.append(line, open.length(), line.length() - close.length());
        }
        at = next;
      }
      return broken(
          "the block does not end within %d bytes".formatted(LONGEST), from + nextLine(0));
    }

    private static boolean isComment(String line, String open, String close) {
      return line.startsWith(open)
          && (close.isEmpty() || line.indexOf(close) == line.length() - close.length());
    }

    /// Printers end a line at either character.
    private int nextLine(int at) {
      int next = at;
      while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') {
        next++;
      }
      return Math.min(text.length(), next + 1);
    }

    private SignedBlock ended(String base64, long to) {
      Optional<byte[]> cms = Base64Text.decode(base64.getBytes(StandardCharsets.ISO_8859_1));
      return cms.isPresent()
          ? new SignedBlock(
              profile, covered, from, to, new SignedBlock.Body.Cms(Bytes.of(cms.get())))
          : broken("what stands in it is not base64", to);
    }

    private SignedBlock broken(String reason, long to) {
      return new SignedBlock(profile, covered, from, to, new SignedBlock.Body.Broken(reason));
    }
  }
}
