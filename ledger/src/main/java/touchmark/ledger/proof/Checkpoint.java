package touchmark.ledger.proof;

import java.util.List;
import java.util.regex.Pattern;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.NetworkId;

/// What a log says of its tree [C2SP tlog-checkpoint], without extension lines:
///
/// ```
/// touchmark.invalid/4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a
/// 17
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// ```
///
/// @param origin the log's name
public record Checkpoint(String origin, TreeHead head) {
  private static final String ORIGIN = "touchmark.invalid/";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  public Checkpoint {
    KeyName.require("an origin", origin);
  }

  /// The name of a network's log.
  public static String origin(NetworkId network) {
    return ORIGIN + network.hex();
  }

  /// The three lines, each with its end.
  public String text() {
    // joined, not formatted: some locales have digits of their own
    return origin
        + "\n"
        + head.size()
        + "\n"
        + Base64Text.print(Bytes.of(head.root().bytes()))
        + "\n";
  }

  /// Reads the text of a note.
  ///
  /// @throws MalformedException also where there are extension lines: not every signature covers
  ///   them
  public static Checkpoint parse(String text) throws MalformedException {
    List<String> lines = text.lines().toList();
    if (lines.size() != 3) {
      throw new MalformedException(
          "checkpoint", "three lines: origin, tree size, root hash", lines.size() + " lines");
    }
    Bytes root = Base64Text.parse("checkpoint, root hash", lines.get(2));
    if (root.length() != Digest.LENGTH) {
      throw new MalformedException("checkpoint, root hash", "32 bytes", root.length() + " bytes");
    }
    TreeHead head =
        new TreeHead(number("checkpoint, tree size", lines.get(1)), Digest.of(root.toArray()));
    try {
      Checkpoint checkpoint = new Checkpoint(lines.getFirst(), head);
      if (!checkpoint.text().equals(text)) {
        throw new MalformedException("checkpoint", "lines that end in a newline each", "others");
      }
      return checkpoint;
    } catch (IllegalArgumentException e) {
      throw new MalformedException(
          "checkpoint, origin",
          "a name of 1 to 255 bytes without space, plus and control characters",
          "\"" + lines.getFirst() + "\"");
    }
  }

  /// Reads a number as C2SP writes them: decimal, without leading zeros, below 2^63.
  ///
  /// @param place where it stands, for the sentence
  public static long number(String place, String text) throws MalformedException {
    if (NUMBER.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        // 19 digits can be too many: said below.
      }
    }
    throw new MalformedException(
        place, "a decimal number below 2^63 without leading zeros", "\"" + text + "\"");
  }
}
