package touchmark.ledger.model;

import java.util.Locale;
import java.util.regex.Pattern;

/// The unique name of an organization or a person (`orgOrPersId`) [Section 3.2]: 1 to 64 of `a-z
/// 0-9 . _ -`, beginning with a letter or digit. Compared strictly, as it is printed.
public record ResourceId(String value) implements Comparable<ResourceId> {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public ResourceId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' is no resource id: 1 to 64 of a-z 0-9 . _ - are expected");
    }
  }

  /// Whether a text is a resource id.
  public static boolean isOne(String text) {
    return ALLOWED.matcher(text).matches();
  }

  /// An id made from a name as people write it: `Bolt Ltd` becomes `bolt-ltd`.
  public static ResourceId fromName(String name) {
    String plain =
        java.text.Normalizer.normalize(
                name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return new ResourceId(plain.length() > 64 ? plain.substring(0, 64) : plain);
  }

  @Override
  public int compareTo(ResourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
