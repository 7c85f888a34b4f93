package touchmark.ledger.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.SignedNote;

/// Reads a policy's file, line by line [C2SP tlog-policy, Policy file syntax and structure]. Names
/// and comments may hold any octets; only keys must be UTF-8.
public final class PolicyText {
  /// Longest that is read, in bytes.
  public static final int LONGEST = 2 * 1024 * 1024;

  private static final int MOST_WORDS = 3 + TrustPolicy.MOST;
  private static final Pattern SPACE = Pattern.compile("[ \t]+");
  private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,3}");

  private final List<NoteKey> logs = new ArrayList<>();
  private final List<TrustPolicy.Witness> witnesses = new ArrayList<>();
  private final List<TrustPolicy.Group> groups = new ArrayList<>();
  private @Nullable String quorum;
  private String place = "policy";

  private PolicyText() {}

  /// Reads a policy.
  ///
  /// @throws MalformedException which line, what was expected, what was found
  public static TrustPolicy parse(byte[] bytes) throws MalformedException {
    return new PolicyText().read(bytes);
  }

  private TrustPolicy read(byte[] bytes) throws MalformedException {
    if (bytes.length > LONGEST) {
      throw wrong("at most " + LONGEST + " bytes", bytes.length + " bytes");
    }
    // One character for each octet: what is not ASCII is not interpreted.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw wrong("a newline at the end", "none");
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      place = "policy, line " + ++number;
      read(line);
    }
    place = "policy";
    String named = quorum;
    if (named == null) {
      throw wrong("a line \"quorum NAME\"", "none");
    }
    return policy(named);
  }

  private void read(String line) throws MalformedException {
    if (line.chars().anyMatch(octet -> (octet < ' ' && octet != '\t') || octet == 0x7f)) {
      throw wrong("no control character but tab", "one");
    }
    String[] words = SPACE.split(stripped(line), MOST_WORDS + 1);
    if (words[0].isEmpty() || words[0].startsWith("#")) {
      return;
    }
    if (words.length > MOST_WORDS) {
      throw wrong("at most " + MOST_WORDS + " words", "more");
    }
    switch (words[0]) {
      case "log" -> {
        require(words, 2, 3, "log VKEY [URL]");
        logs.add(key(words[1]));
      }
      case "witness" -> {
        require(words, 3, 4, "witness NAME VKEY [URL]");
        witnesses.add(new TrustPolicy.Witness(words[1], key(words[2])));
      }
      case "group" -> {
        require(words, 4, MOST_WORDS, "group NAME all|any|K NAME...");
        groups.add(group(words));
      }
      case "quorum" -> {
        require(words, 2, 2, "quorum NAME");
        if (quorum != null) {
          throw wrong("one quorum", "a second one");
        }
        quorum = words[1];
      }
      default -> throw wrong("log, witness, group, quorum or a comment", "\"" + words[0] + "\"");
    }
    // What a line names stands before it: each is judged with what was read so far.
    policy(Optional.ofNullable(quorum).orElse(TrustPolicy.NONE));
  }

  private TrustPolicy policy(String named) throws MalformedException {
    try {
      return new TrustPolicy(logs, witnesses, groups, named);
    } catch (IllegalArgumentException e) {
      throw wrong("a policy that holds together", String.valueOf(e.getMessage()));
    }
  }

  private NoteKey key(String vkey) throws MalformedException {
    return NoteKey.parse(place, SignedNote.utf8(place, vkey.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private TrustPolicy.Group group(String[] words) throws MalformedException {
    List<String> members = List.of(words).subList(3, words.length);
    int threshold =
        switch (words[2]) {
          case "all" -> members.size();
          case "any" -> 1;
          default -> {
            if (!THRESHOLD.matcher(words[2]).matches()) {
              throw wrong("all, any or a number", "\"" + words[2] + "\"");
            }
            yield Integer.parseInt(words[2]);
          }
        };
    try {
      return new TrustPolicy.Group(words[1], threshold, members);
    } catch (IllegalArgumentException e) {
      throw wrong("a group that can be satisfied", String.valueOf(e.getMessage()));
    }
  }

  private void require(String[] words, int least, int most, String form) throws MalformedException {
    if (words.length < least || words.length > most) {
      throw wrong("\"" + form + "\"", words.length + " words");
    }
  }

  private static String stripped(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isSpace(line.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isSpace(char octet) {
    return octet == ' ' || octet == '\t';
  }

  private MalformedException wrong(String expected, String found) {
    return new MalformedException(place, expected, found);
  }
}
