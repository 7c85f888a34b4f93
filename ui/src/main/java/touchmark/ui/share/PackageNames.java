package touchmark.ui.share;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import touchmark.ledger.model.Organization;
import touchmark.ui.share.ShareDesk.Item;

/// Proposes a name for each package of one sharing: `bracket-v3.3mf-for-bolt-ltd.tmk`. No two are
/// the same, not even where a disk takes capitals for small letters, and every disk takes them.
final class PackageNames {
  /// The longest name that common file systems take, in bytes of UTF-8.
  private static final int MOST_BYTES = 255;

  private static final String ENDING = ".tmk";

  private final Set<String> given = new HashSet<>();

  String next(Item item, Organization recipient) {
    String title = item.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    String recipientPart = "-for-" + recipient.orgOrPersId();
    String name = fitted(title, recipientPart + ENDING);
    for (int number = 2; !given.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = fitted(title, recipientPart + "-" + number + ENDING);
    }
    return name;
  }

  /// Cuts the beginning, never the end and never a character.
  private static String fitted(String title, String end) {
    int room = MOST_BYTES - bytes(end);
    StringBuilder kept = new StringBuilder();
    for (int character : title.codePoints().toArray()) {
      room -= bytes(Character.toString(character));
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept + end;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
